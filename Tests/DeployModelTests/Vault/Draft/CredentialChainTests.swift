import Documents
import Testing

@testable import DeployModel

@Suite struct CredentialChainTests {
  private static func id(_ number: Int) -> String {
    "00000000-0000-4000-8000-00000000000\(number)"
  }

  private static func entry(_ number: Int, previous: Int?) -> SealedEntry {
    var node = VaultFixture.credential(
      "stripe", "production", category: "payment", level: "read_only")
    node.setMember("id", Node(.string(id(number))))
    node.setMember("previous", previous.map { Node(.string(id($0).uppercased())) })
    return SealedEntry(.credential, index: number, node)
  }

  @Test func aChainIsReadNewestFirst() {
    let entries = [(1, 2), (2, 3), (3, nil)].map { Self.entry($0, previous: $1) }
    let chains = CredentialChains(entries)
    #expect(chains.current.map(\.id) == [Self.id(1)])
    #expect(chains.superseded(by: entries[0]).map(\.id) == [Self.id(2), Self.id(3)])
  }

  @Test func aChainThatLeadsBackToItselfEnds() {
    let entries = [(1, 2), (2, 1), (3, 3), (4, 9)].map { Self.entry($0, previous: $1) }
    let chains = CredentialChains(entries)
    #expect(chains.current.map(\.id) == [Self.id(4)])
    #expect(chains.superseded(by: entries[0]).map(\.id) == [Self.id(2)])
    #expect(chains.superseded(by: entries[2]).isEmpty)
    #expect(chains.superseded(by: entries[3]).isEmpty)
  }
}
