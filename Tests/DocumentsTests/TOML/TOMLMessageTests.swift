import Testing

@testable import Documents

struct TOMLMessageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    /// `line:column-column message; help`.
    let findings: [String]

    init(_ text: String, _ findings: String...) {
      self.text = text
      self.findings = findings
    }

    var testDescription: String { Quoted(text).description }
  }

  @Test(arguments: words + lines + tables + brackets + several)
  func saysWhereAndWhatAndWhatToDo(_ sample: Sample) {
    #expect(TOMLReading(sample.text).findings == sample.findings)
  }

  @Test(arguments: ["a = hunter2", "a = sk_live_1234567890", "a = [hunter2]", "a = 1 hunter2"])
  func neverQuotesWhatMayBeASecretWithoutItsQuotes(_ text: String) {
    let findings = TOMLReading(text).findings
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { !$0.contains("hunter2") && !$0.contains("sk_live") })
  }

  @Test func stopsAfterFiftyMistakes() {
    let text = (0..<1000).map { "key\($0): 1\n" }.joined()
    #expect(TOMLReading(text).findings.count == TOMLReader.mistakeLimit)
    #expect(TOMLReading("a = '" + String(repeating: "\u{1}", count: 1000)).findings.count == 50)
  }

  static let words = [
    Sample("a = hello", #"1:5-10 'hello' is not a value of TOML; write text in quotes: "hello""#),
    Sample("a = True", "1:5-9 'True' is not a value of TOML; write 'true' in lower case"),
    Sample("a = yes", "1:5-8 'yes' is not a value of TOML; write true"),
    Sample(
      "a = None",
      "1:5-9 'None' is not a value of TOML; TOML has no such value; leave the key out"),
    Sample(
      "a = \u{201C}x\u{201D}",
      "1:5-8 '\u{201C}' is not a quotation mark of TOML; write \" or ' around the text"),
    Sample("a = 10s", #"1:5-8 '10s' is not a value of TOML; write text in quotes: "10s""#),
    Sample(
      "a = 007",
      "1:5-8 '007' is not a value of TOML; write the number without zeros in front, or text in quotes"
    ),
    Sample(
      "a = 1__0", "1:5-9 '1__0' is not a value of TOML; underscores stand between two digits only"),
    Sample(
      "a = 2023-02-29",
      "1:5-15 '2023-02-29': the day is out of range; the day goes from 01 to 28 in that month"),
    Sample("a = 07:32", "1:5-10 '07:32': the time has no seconds; write them too, as in 07:32:00"),
  ]

  static let lines = [
    Sample(
      "key: 1", "1:4-5 expected '=' behind the key, found ':'; TOML has '=' between key and value"),
    Sample(
      "hello\n",
      "1:6-6 expected '=' behind the key, found the end of the line; "
        + "write key = value, or '#' in front of a comment"),
    Sample(
      "a =\r\n",
      "1:4-4 expected a value, found the end of the line; write the value on the line of its key"),
    Sample(
      "a = 'it's'",
      "1:9-10 expected the end of the line, found a bare word; "
        + "a text that has ' in it stands in double quotes: \"it's\""),
    Sample(
      "{\"a\": 1}",
      "1:1-2 expected a key or a header, found '{'; "
        + "TOML has no braces around the whole; write key = value"),
    Sample(
      "a = 1,", "1:6-7 expected the end of the line, found ','; remove the comma; lines end without"
    ),
    Sample(
      "a = \"x",
      "1:5-7 the string is not closed; "
        + "close it with \" on the same line; a text of several lines stands in \"\"\""),
    Sample(
      "a = \"\\q\"",
      #"1:6-8 '\q' is not an escape that TOML knows; "#
        + #"use \\ \" \b \t \n \f \r \uXXXX or \UXXXXXXXX, or write the text in single quotes"#),
  ]

  static let tables = [
    Sample("app = 1\n\napp = 2", "3:1-4 'app' is already set on line 1; keep one of the two"),
    Sample(
      "[a]\n[b]\n[a]\nx = 1\n",
      "3:2-3 the table 'a' is already on line 1; "
        + "move what follows there, or give this table another name"),
    Sample(
      "[[vm]]\n[vm]",
      "2:2-4 'vm' is already an array of tables on line 1; "
        + "write [[vm]] to add a table to the array"),
    Sample(
      "[vm]\n[[vm]]",
      "2:3-5 'vm' is already a table on line 1; "
        + "write [[vm]] there too if there are to be several"),
    Sample(
      "a = {}\na.b = 1",
      "2:1-2 the inline table 'a' on line 1 is complete and cannot be extended; "
        + "write the keys inside its braces"),
    Sample(
      "[a.b]\n[a]\nb.c = 1",
      "3:1-2 the table 'b' has its header on line 1 and takes no dotted keys from elsewhere; "
        + "write the key under that header"),
    Sample(
      "[[x]\ny = 1\ny = 2",
      "1:1-5 the header begins with '[[' and ends in a single ']'; "
        + "close it with ']]', or open it with '[' if the table stands only once",
      "3:1-2 'y' is already set on line 2; keep one of the two"),
  ]

  static let brackets = [
    Sample(
      "a = [1, 2\nb = 3\n",
      "2:1-2 expected ',' or ']', found a bare word; "
        + "is ',' missing, or ']' for the array that begins on line 1?"),
    Sample(
      "a = [\n  1,\n",
      "2:5-5 the file ends where ',' or ']' was expected; "
        + "is ',' missing, or ']' for the array that begins on line 1?"),
    Sample(
      "a = { b = 1\nc = 2\n",
      "1:12-12 expected ',' or '}', found the end of the line; "
        + "is ',' missing, or '}' for the inline table that begins on line 1?"),
    Sample(
      "a = { b = 1, }",
      "1:12-13 an inline table has no comma behind its last value; "
        + "remove it; only arrays may end in a comma"),
    Sample(
      "a = {\n  b = 1,\n  c = 2\n}\n",
      "1:5-6 an inline table goes over several lines; "
        + "write it on one line, or as a table with a header"),
  ]

  /// All mistakes of a file are found, and no more.
  static let several = [
    Sample(
      "a = x\nb = [1, y, 2,\n  z]\nc d\n[e]\nf = 1\nf = 2\n",
      #"1:5-6 'x' is not a value of TOML; write text in quotes: "x""#,
      #"2:9-10 'y' is not a value of TOML; write text in quotes: "y""#,
      #"3:3-4 'z' is not a value of TOML; write text in quotes: "z""#,
      "4:3-4 expected '=' behind the key, found a bare word; "
        + "write key = value, or '#' in front of a comment",
      "7:1-2 'f' is already set on line 6; keep one of the two"),
    Sample(
      "a = [\n  1 2,\n  3,\n  [4],\n]\nb = x\n",
      "2:5-6 expected ',' or ']', found a number; "
        + "is ',' missing, or ']' for the array that begins on line 1?",
      #"6:5-6 'x' is not a value of TOML; write text in quotes: "x""#),
    Sample(
      "a = x\n[a.b]\nc = 1\n[a]\n",
      #"1:5-6 'x' is not a value of TOML; write text in quotes: "x""#),
  ]
}
