import DeployModel
import Documents
import Testing

@testable import flyconf

@Suite struct NamesakesTests {
  private func entry(
    _ name: String, _ environment: String = "production", _ type: String = "token",
    value: String = "unset"
  ) -> SealedEntry {
    SealedEntry(
      .credential, index: 0,
      .object([
        "service_name": Node(.string(name)), "environment": Node(.string(environment)),
        "credential_type": Node(.string(type)), "encrypted_value": Node(.string(value)),
      ]))
  }

  @Test func theTypeIsToldOnlyWhereANameIsSharedInAnEnvironment() {
    let all = [
      entry("stripe"), entry("stripe", "staging"), entry("acme"),
      entry("acme", "production", "api_key"),
    ]
    let namesakes = Namesakes(all)
    #expect(all.map { namesakes.tellingType(of: $0) } == [nil, nil, .token, .apiKey])
    #expect(all[2].tellingName(among: namesakes) == "acme [token]")
    #expect(all[3].renewal(among: namesakes) == "flyconf secrets rotate acme --type api_key")
    #expect(all[0].renewal(among: namesakes) == "flyconf secrets rotate stripe")
  }
}
