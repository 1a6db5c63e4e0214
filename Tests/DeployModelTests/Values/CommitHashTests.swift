import Testing

@testable import DeployModel

struct CommitHashTests {
  @Test(arguments: ["abc1234", "ABC1234", String(repeating: "f", count: 64)])
  func readsSevenToSixtyFourDigitsOfEitherCase(text: String) throws {
    #expect(try CommitHash(text).text == text.lowercased())
  }

  @Test(arguments: [
    ("abc123", "the commit hash 'abc123' has 6 digits"), ("main", "'main' is no commit hash"),
    ("", "the commit hash is empty"), ("v1.2.3-gabc1234", "'v1.2.3-gabc1234' is no commit hash"),
    (String(repeating: "f", count: 65), "the commit hash 'ffff"),
    (" abc1234\n", "the commit hash ' abc1234\\u{a}' has white space around it"),
  ])
  func saysWhatIsWrongWithAHash(text: String, beginning: String) {
    let reason = malformation(of: text, as: CommitHash.init)?.reason
    #expect(reason?.hasPrefix(beginning) == true)
  }

  @Test func knowsAnAbbreviation() throws {
    let long = try CommitHash("abc1234def")
    #expect(try long.isSameCommit(as: CommitHash("ABC1234")))
    #expect(try CommitHash("abc1234").isSameCommit(as: long))
    #expect(try !long.isSameCommit(as: CommitHash("abc1235")))
  }
}
