import Testing

@testable import DeployModel

/// The rules of the parser behind `fly secrets import`, one by one.
///
/// Source: https://github.com/superfly/flyctl/blob/master/internal/command/secrets/parser.go
@Suite struct FlySecretsParserTests {
  /// A text, and what is read from it.
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let values: [String: String]

    init(_ text: String, _ values: [String: String]) {
      self.text = text
      self.values = values
    }

    var testDescription: String { text.prefix(40).debugDescription }
  }

  private static let long = String(repeating: "x", count: FlySecretsParser.longestLine)

  static let readings: [Reading] = [
    // Lines.
    Reading("", [:]),
    Reading("A=1\nB=2", ["A": "1", "B": "2"]),
    Reading("A=1\r\nB=2\r\n", ["A": "1", "B": "2"]),
    Reading("A=1\r\r\n", ["A": "1\r"]),
    Reading("A=a\rB=b\n", ["A": "a\rB=b"]),
    Reading("\n  \t\n\u{A0}\u{3000}\nA=1", ["A": "1"]),
    Reading("#A=1\nB=2", ["B": "2"]),
    Reading(" #A=1\nB=2", ["#A": "1", "B": "2"]),
    Reading("A=1\nA=2\n", ["A": "2"]),
    // A line of the greatest length is read; the one after it never is.
    Reading("A=\(long.dropFirst(2))\nB=2", ["A": String(long.dropFirst(2)), "B": "2"]),
    Reading("A=\(long.dropFirst(1))\nB=2", [:]),
    Reading("A=1\nB=\(long)\nC=3", ["A": "1"]),
    Reading("A=\"\"\"\n\(long)x\n\"\"\"\nB=2", [:]),
    // Names.
    Reading(" A = 1", ["A": "1"]),
    Reading("\u{2003}A\u{85}=1", ["A": "1"]),
    Reading("export A=1", ["export A": "1"]),
    Reading("\u{FEFF}A=1", ["\u{FEFF}A": "1"]),
    Reading("=1", ["": "1"]),
    // White space and comments.
    Reading("A=  1  ", ["A": "1  "]),
    Reading("A=\t1", ["A": "\t1"]),
    Reading("A=1 # one", ["A": "1"]),
    Reading("A=pa#ss", ["A": "pa"]),
    Reading("A='pa#ss'", ["A": "'pa"]),
    Reading(##"A="pa#ss""##, ["A": "pa#ss"]),
    Reading(##"A="a"b#c""##, ["A": ##""a"b"##]),
    Reading(##"A="a#b"#c"##, ["A": ##""a#b"#c"##]),
    Reading("A=#", ["A": ""]),
    Reading("A=1\t# one", ["A": "1\t"]),
    // Quotes.
    Reading(#"A="1""#, ["A": "1"]),
    Reading("A='1'", ["A": "1"]),
    Reading(#"A="'1'""#, ["A": "'1'"]),
    Reading(#"A="1'"#, ["A": #""1'"#]),
    Reading(#"A="b" x"#, ["A": #""b" x"#]),
    Reading(#"A="b" "#, ["A": #""b" "#]),
    Reading(#"A="""#, ["A": ""]),
    Reading("A=''", ["A": ""]),
    Reading(#"A="a\nb\"c""#, ["A": #"a\nb\"c"#]),
    Reading("A=${B}", ["A": "${B}"]),
    // Three quotes.
    Reading(#"A="""1""""#, ["A": "1"]),
    Reading(#"A="""""""#, ["A": ""]),
    Reading(#"A="""1"""""#, ["A": #"1""#]),
    Reading("A=\"\"\"a\nb\"\"\"", ["A": "a\nb"]),
    Reading("A=\"\"\"\nb\n\"\"\"", ["A": "\nb\n"]),
    Reading("A=\"\"\"a\nb \"\"\" \n\"\"\"", ["A": "a\nb \"\"\" \n"]),
    Reading("A=\"\"\"a\nb\"\"\"\"", ["A": "a\nb\""]),
    Reading("A=\"\"\"a\r\nb\"\"\"", ["A": "a\nb"]),
    Reading("A=\"\"\"a\n#b\n\n=\"\"\"", ["A": "a\n#b\n\n="]),
    Reading("A=\"\"\"a\"#b\nc\"\"\"", ["A": "a\"\nc"]),
    Reading("A=\"\"\"a#b\nc\"\"\"", ["A": "a#b\nc"]),
    Reading("A=\"\"\"a\nB=2\n", [:]),
    Reading("A=\"\"\"\"\"\nb\"\"\"", ["A": "\"\"\nb"]),
  ]

  @Test(arguments: readings)
  func readsWhatFlyReads(_ reading: Reading) throws {
    let values = try FlySecretsParser.read(Array(reading.text.utf8))
    let texts = values.map {
      (String(decoding: $0.key, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
    }
    #expect(Dictionary(texts) { first, _ in first } == reading.values)
  }

  @Test func aLineWithoutEqualsIsRefused() {
    #expect(throws: FlySecretsParser.Fault.notAPair(line: 2)) {
      try FlySecretsParser.read(Array("A=1\nB\n".utf8))
    }
  }

  @Test(arguments: ["\"", "'", "'  # one", "  '"])
  func aQuoteAloneIsACrash(_ value: String) {
    #expect(throws: FlySecretsParser.Fault.crash(line: 1)) {
      try FlySecretsParser.read(Array("A=\(value)\n".utf8))
    }
  }
}
