import Testing

@testable import DeployModel

@Suite struct EntityHistoryTests {
  private func entry(_ revision: UInt64, at position: Int) throws -> EntityHistory.Entry {
    EntityHistory.Entry(
      record: ChangeRecord(
        .set, .variable, "6f1b1a52-1c7e-4e0c-9d0f-3a6b5c4d2e10", revision: revision,
        digest: SHA256.hash([UInt8(position)])),
      position: position, author: try MemberName("anna"), time: Timestamp(secondsSinceEpoch: 0))
  }

  /// Changes 1 and 2 follow change 0, and neither knows the other.
  private static let branches = {
    var graph = LedgerGraph()
    graph.append(parents: [])
    graph.append(parents: [0])
    graph.append(parents: [0])
    return graph
  }()

  @Test func aRecordTakesThePlaceOfThoseItFollowed() throws {
    var history = EntityHistory()
    for position in 0...2 {
      history.add(try entry(position == 0 ? 1 : 2, at: position), Self.branches)
    }
    #expect(history.heads.map(\.position) == [1, 2])
    #expect(history.isInConflict)
  }

  @Test func whatWasRememberedStaysBesideWhatDoesNotKnowIt() throws {
    // As it is read back: heads without the records before them.
    var history = EntityHistory()
    history.heads = [try entry(2, at: 1)]
    history.add(try entry(2, at: 2), Self.branches)
    #expect(history.heads.map(\.position) == [1, 2])
  }
}
