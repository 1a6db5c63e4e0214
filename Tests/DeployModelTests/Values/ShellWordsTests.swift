import Testing

@testable import DeployModel

struct ShellWordsTests {
  @Test(arguments: [
    ("", []), ("  \t\n", []), ("# nothing", []), ("a b\tc\n d", ["a", "b", "c", "d"]),
    ("bin/rails runner 'puts 1'", ["bin/rails", "runner", "puts 1"]),
    (#"say "a \"b\" \\ $c""#, ["say", #"a "b" \ $c"#]), (#"'a\b'"#, [#"a\b"#]),
    (#"a\ b"#, ["a b"]), ("''", [""]), (#"a"b"'c'd"#, ["abcd"]), ("a#b #c\nd", ["a#b", "d"]),
    ("a ''", ["a", ""]), ("é 日本", ["é", "日本"]), (##"\#a"##, ["#a"]), (#""\n""#, ["n"]),
    ("a\\\nb", ["a\nb"]), ("a\u{0b}b", ["a\u{0b}b"]),
  ])
  func splitsALineAsFlyctlDoes(text: String, words: [String]) throws {
    #expect(try ShellWords(text).words == words)
  }

  @Test(arguments: [
    ("echo 'a", "the command has a single quote (') that is not closed"),
    ("echo \"a", "the command has a double quote (\") that is not closed"),
    ("echo \"a\\", "the command has a double quote (\") that is not closed"),
    ("it's", "the command has a single quote (') that is not closed"),
    ("echo \\", "the command ends in a backslash, expected a character after it"),
  ])
  func refusesWhatIsNotClosed(text: String, reason: String) {
    #expect(malformation(of: text, as: ShellWords.init)?.reason == reason)
  }
}
