import Testing

@testable import DeployModel

@Suite struct JournalTests {
  private let changes = [
    FileChange(name: "vault.json", old: hash(of: "old"), new: hash(of: "new")),
    FileChange(name: "audit/x.jsonl", old: nil, new: hash(of: "")),
    FileChange(name: "gone.json", old: hash(of: "old"), new: nil),
  ]

  @Test func hasOneForm() {
    #expect(
      String(decoding: Journal([changes[1]]).bytes, as: UTF8.self) == """
        {
          "format": "flyconf.journal/1",
          "files": [
            {
              "name": "audit/x.jsonl",
              "old": null,
              "new": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "temporary": ".flyconf-0-e3b0c44298fc1c14~"
            }
          ]
        }

        """)
  }

  @Test func isReadAsItWasWritten() throws {
    #expect(try Journal(reading: Journal(changes).bytes) == Journal(changes))
  }

  @Test(arguments: [
    ("\"old\": null", "\"old\": \"null\""), ("\"old\": null", "\"old\": 7"),
    ("e3b0c44298fc1c149afb", "E3B0C44298fc1c149afb"), ("852b855", "852b85"),
  ])
  func refusesAHashOfAnotherForm(_ former: String, _ other: String) {
    let text = String(decoding: Journal([changes[1]]).bytes, as: UTF8.self)
    let error = #expect(throws: MalformedJournal.self) {
      try Journal(reading: Array(text.replacing(former, with: other).utf8))
    }
    #expect(
      error?.reason == "its hashes of 'audit/x.jsonl' are not all 64 hexadecimal digits or null")
  }

  @Test func refusesAChangeThatChangesNothing() {
    let change = FileChange(name: "vault.json", old: nil, new: nil)
    let error = #expect(throws: MalformedJournal.self) {
      try Journal(reading: Journal([change]).bytes)
    }
    #expect(error?.reason == "it does not change 'vault.json'")
  }

  @Test func refusesWhatIsNoJSON() {
    #expect(throws: MalformedJournal.self) { try Journal(reading: []) }
    #expect(throws: MalformedJournal.self) { try Journal(reading: [0xFF]) }
    #expect(throws: MalformedJournal.self) {
      try Journal(reading: Array(Journal(changes).bytes.dropLast(3)))
    }
    #expect(throws: MalformedJournal.self) {
      try Journal(reading: Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
  }
}
