import Documents
import Testing

@testable import DeployModel

@Suite struct RepeatedEntryTests {
  /// Whether one by one or with many others, what is put again takes the place of what was.
  @Test(arguments: [
    [true, true], [true, false], [false, true], [false, false], [true, false, true],
  ])
  func anEntryThatIsPutAgainIsRecordedAsItEndsUp(_ isAlone: [Bool]) throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "zero")
    try fixture.set("sendgrid", value: "other")
    try fixture.change(as: "anna") { draft in
      let entries = draft.vault.verified.entries(.credential)
      let entry = try #require(entries.first { $0.name == "stripe" })
      for (number, isAlone) in isAlone.enumerated() {
        let value = DraftedValue.secret(Secret("value \(number)"))
        if isAlone {
          try draft.put(entry.node, .credential, over: entry, value: value, .set)
        } else {
          try draft.put([EntryEdit(.credential, entry.node, over: entry, value: value, .set)])
        }
        #expect(draft.records.filter { $0.id == entry.id }.count == 1)
      }
    }
    #expect(try fixture.reveal("stripe") == "value \(isAlone.count - 1)")
    #expect(try fixture.reveal("sendgrid") == "other")
  }
}
