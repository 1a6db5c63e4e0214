import Testing

@testable import Documents

struct JSONMessageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    /// `line:column-column message; help`.
    let finding: String

    init(_ text: String, _ finding: String) {
      self.text = text
      self.finding = finding
    }

    var testDescription: String { Quoted(text).description }
  }

  @Test(arguments: commas + brackets + words + numbers + strings + characters)
  func saysWhereAndWhatAndWhatToDo(_ sample: Sample) {
    #expect(Reading(sample.text).findings == [sample.finding])
  }

  @Test func neverQuotesWhatMayBeASecretWithoutItsQuotes() {
    for text in ["[hunter2]", "{\"a\": \"x\"hunter2\"}", "{hunter2: 1}", "hunter2", "1 hunter2"] {
      #expect(Reading(text).findings.allSatisfy { !$0.contains("hunter2") }, "\(text)")
    }
  }

  @Test func speaksOfTheLineInJSONLines() {
    let source = SourceText(name: "log.jsonl", "{}\n{\"a\": 1\n{}")
    var diagnostics: [Diagnostic] = []
    #expect(JSONReader.read(source, part: 3..<10, &diagnostics) == nil)
    #expect(JSONReader.read(source, part: 3..<3, &diagnostics) == nil)
    #expect(
      diagnostics.map { Reading.describe($0, in: source) } == [
        "2:8-8 the line ends where ',' or '}' was expected; is a closing bracket or quote missing?",
        "2:1-1 the line is empty; write a JSON object, at least '{}'",
      ])
  }

  static let commas = [
    Sample(
      "{\"a\": 1,\n}",
      "2:1-2 expected a field name in double quotes, found '}'; remove the comma before it"),
    Sample("[1, 2,\n]", "2:1-2 expected a value, found ']'; remove the comma before it"),
    Sample(
      "[1,,2]", "1:4-5 expected a value, found ','; remove it; one comma stands between two values"),
    Sample(
      "{\"a\": \"secret\" \"b\"}",
      "1:16-17 expected ',' or '}', found a string; is a comma missing before it?"),
    Sample("[1 2]", "1:4-5 expected ',' or ']', found a number; is a comma missing before it?"),
    Sample(
      "{\"a\" 1}",
      "1:6-7 expected ':' after the field name, found a number; "
        + "write ':' between the field name and its value"),
    Sample(
      "{\"a\", 1}",
      "1:5-6 expected ':' after the field name, found ','; "
        + "write ':' between the field name and its value"),
    Sample(
      "{\"a\": 1}\n// end",
      "2:1-2 expected the end of the file, found '/'; JSON has no comments; remove it"),
  ]

  static let brackets = [
    Sample("", "1:1-1 the file is empty; write a JSON object, at least '{}'"),
    Sample(" \n\n", "1:1-1 the file is empty; write a JSON object, at least '{}'"),
    Sample(
      "{\n  \"a\": [1, 2  \n\n",
      "2:13-13 the file ends where ',' or ']' was expected; "
        + "is a closing bracket or quote missing?"),
    Sample("[1}", "1:3-4 expected ',' or ']', found '}'; does every bracket have its partner?"),
    Sample("{} []", "1:4-5 expected the end of the file, found '['; remove what follows the value"),
    Sample(
      "{}}", "1:3-4 expected the end of the file, found '}'; does every bracket have its partner?"),
    Sample(
      "[{\"a\":}]",
      "1:7-8 expected a value, found '}'; "
        + "write a string, a number, true, false, null, an array or an object"),
  ]

  static let words = [
    Sample(
      "{a: 1}",
      "1:2-3 expected a field name in double quotes, found a bare word; "
        + "write field names in double quotes"),
    Sample(
      "{'a': 1}",
      "1:2-3 expected a field name in double quotes, found a single quote; "
        + "strings are written in double quotes"),
    Sample(
      "['a']", "1:2-3 expected a value, found a single quote; strings are written in double quotes"),
    Sample("[1, # one\n2]", "1:5-6 expected a value, found '#'; JSON has no comments; remove it"),
    Sample("[True]", "1:2-6 expected a value, found 'True'; write 'true' in lower case"),
    Sample("[None]", "1:2-6 expected a value, found 'None'; write null, or leave the field out"),
    Sample("[NaN]", "1:2-5 expected a value, found 'NaN'; JSON has no such number"),
    Sample(
      "[\u{201C}a\u{201D}]",
      "1:2-5 expected a value, found a bare word; strings are written in double quotes"),
    Sample(
      "[\(String(repeating: "é", count: 50))]",
      "1:2-42 expected a value, found a bare word; strings are written in double quotes"),
  ]

  static let numbers = [
    Sample("[01]", "1:2-4 expected a number without leading zeros; write numbers as in -12.5e3"),
    Sample("[-]", "1:3-3 expected a digit after '-'; write numbers as in -12.5e3"),
    Sample("[1.]", "1:4-4 expected a digit after the point; write numbers as in -12.5e3"),
    Sample("[1e\n]", "1:4-4 expected a digit in the exponent; write numbers as in -12.5e3"),
    Sample("[.5]", "1:2-3 expected a value, found '.'; write numbers as in -12.5e3"),
    Sample("[+1]", "1:2-3 expected a value, found '+'; write numbers as in -12.5e3"),
  ]

  static let strings = [
    Sample(
      "\"a\u{1}b\"",
      "1:3-4 control character U+0001 inside a string; "
        + "write control characters as escapes such as \\t or \\u0001"),
    Sample(
      "\"a\nb\"",
      "1:3-3 control character U+000A inside a string; "
        + "close the string with '\"' on its own line, or write \\n for a line break"),
    Sample("[\"a", "1:2-4 the string is not closed; close it with '\"'"),
    Sample("\"\\n\\", "1:1-5 the string is not closed; close it with '\"'"),
    Sample("\"\\x41\"", "1:2-4 '\\x' is not an escape that JSON knows; \(escapeHelp)"),
    Sample("\"\\u12G4\"", "1:2-7 '\\u12G' is not an escape that JSON knows; \(escapeHelp)"),
    Sample("\"\\🌀\"", "1:2-4 '\\🌀' is not an escape that JSON knows; \(escapeHelp)"),
    Sample("\"\\u1é\"", "1:2-6 '\\u1é' is not an escape that JSON knows; \(escapeHelp)"),
    Sample("\"é\\ud800\"", "1:3-9 half of a surrogate pair stands alone; \(pairHelp)"),
    Sample("\"\\udc00\\u1\"", "1:2-8 half of a surrogate pair stands alone; \(pairHelp)"),
    Sample("\"\\ud800\\ud800\"", "1:2-8 half of a surrogate pair stands alone; \(pairHelp)"),
  ]

  static let characters = [
    Sample("[1\u{A0}]", "1:3-4 expected ',' or ']', found character U+00A0; \(spaceHelp)"),
    Sample("[\u{200B}1]", "1:2-3 expected a value, found character U+200B; \(spaceHelp)"),
    Sample("[1\0]", "1:3-4 expected ',' or ']', found control character U+0000; \(spaceHelp)"),
    Sample(
      "\u{FEFF}{}",
      "1:1-2 the file begins with a byte order mark; save it as UTF-8 without a byte order mark"),
    Sample(
      "{\"a\\u001b\": 1,\n \"a\\u001b\": 2}",
      "2:2-11 the field 'a\\u{1b}' stands more than once in one object; "
        + "keep one of them; the last would count"),
  ]

  private static let escapeHelp =
    #"use \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"#
  private static let pairHelp =
    #"write both halves, as in \ud83d\ude80, or the character itself"#
  private static let spaceHelp =
    "remove it; between values stand only spaces, tabs and line breaks"
}
