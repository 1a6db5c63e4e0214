import Testing

@testable import Documents

/// What the specification of TOML 1.0.0 calls invalid, and what its grammar has no place for.
struct TOMLRefusedTests {
  @Test(arguments: all)
  func refuses(_ sample: JSONCase) throws {
    let reading = TOMLReading(sample.bytes)
    #expect(reading.document == nil)
    for finding in reading.diagnostics {
      #expect(finding.kind == .syntax)
      #expect(!finding.message.isEmpty && finding.help?.isEmpty == false)
      #expect(finding.span.range.upperBound <= sample.bytes.count)
    }
    // One mistake is one finding.
    #expect(reading.findings.count == 1, "\(reading.findings)")
  }

  static let all =
    lines + keys + strings + numbers + moments + arrays + inlineTables + tables + characters

  private static func cases(_ texts: [String]) -> [JSONCase] { texts.map { JSONCase($0, $0) } }

  private static func values(_ texts: [String]) -> [JSONCase] {
    texts.map { JSONCase($0, "a = \($0)\n") }
  }

  static let lines = cases([
    "a", "a =", "a = \n", "= 1", "a = 1 b = 2", "a = 1,", "a 1", "a = 1 2", "a = = 1", "a == 1",
    "a = b = 1", "a: 1", "{}", "{\"a\": 1}", "- a", "a = # none", "a == 1 # x", "a = 1 // x",
    "a = \"x\" \"y\"", "]", "a = 1]", "a = 1\\", "\\", "a = [1] [2]", "a = {} x",
  ])

  static let keys = cases([
    "a b = 1", "a. = 1", ".a = 1", "a..b = 1", "é = 1", "a! = 1", "a/b = 1", "\"a = 1", "'a' b = 1",
    "\"\"\"a\"\"\" = 1", "'''a''' = 1", "\"a\nb\" = 1", "\"a\\\" = 1", "\"a\\x\" = 1", "+a = 1",
    "a = 1\na = 1", "a = 1\n\"a\" = 2", "a.b = 1\na.b.c = 2", "a = 1\na.b = 2", "a.b = 1\na = 2",
    "a.b = 1\na.b = 2", "\"a\"b = 1", "a = {b = 1}\na.c = 2", "a = []\na.b = 1", "a#b = 1",
  ])

  static let strings = values([
    "\"x", "'x", "\"x\ny\"", "'x\ny'", "\"\"\"x", "'''x", "\"\"\"x\"\"", "'''x''", "\"\\e\"",
    "\"\\x41\"", "\"\\a\"", "\"\\ \"", "\"\\u12\"", "\"\\u12G4\"", "\"\\U0001F68\"", "\"\\uD800\"",
    "\"\\uDFFF\"", "\"\\U00110000\"", "\"\\UFFFFFFFF\"", "\"\\/\"", "\"\"\"\\ x\"\"\"",
    "\"\"\"x\"\"\"\"\"\"", "'''x''''''", "\"\u{0}\"", "\"\u{1F}\"", "\"\u{7F}\"", "'\u{8}'",
    "\"\"\"\u{B}\"\"\"", "'''\u{7F}'''", "\"\"\"a\rb\"\"\"", "'a\rb'", "'it's'",
    "\u{201C}x\u{201D}",
    "`x`", "x", "\"\"\"\\u12\n\"\"\"", "'''a\rb'''", "\"\\", "\"\"x", "\"\"\"\\",
  ])

  static let numbers = values([
    "01", "-01", "+01", "00", "1_", "_1", "1__0", "1_.0", "1._0", ".5", "5.", "+.5", "-5.", "1e",
    "1e+", "1.e5", "1e5.5", "1e_5", "1e5_", "01.5", "0x", "0xg", "0x_1", "0x1_", "+0x1", "-0o7",
    "0o8", "0b2", "0X1", "0O7", "0B1", "1x", "++1", "+-1", "--1", "+", "-", "1 000", "1,000",
    "9223372036854775808", "-9223372036854775809", "0x8000000000000000", "Inf", "NaN", "+Nan",
    "infinity", "in", "nane", "1.2.3", "10s", "256mb", "\u{661}", "1e1e1", "0_0", "0o7_", "0b_1",
    "true1", "True", "FALSE", "yes", "null", "tru", "-true", "1_0_", "0.1_", "0b", "0o",
  ])

  static let moments = values([
    "1979-13-01", "1979-00-01", "1979-01-00", "1979-01-32", "1979-04-31", "2023-02-29",
    "1900-02-29",
    "2024-02-30", "79-01-01", "1979-1-01", "1979-01-1", "19790-01-01", "1979-01-01T", "24:00:00",
    "23:60:00", "23:59:61", "7:32:00", "07:32", "07:32:0", "07:32:00.", "07:32:00Z", "07:3:00",
    "1979-01-01T07:32", "1979-01-01T07:32Z", "1979-01-01T24:00:00Z", "1979-01-01T00:00:00+24:00",
    "1979-01-01T00:00:00+23:60", "1979-01-01T00:00:00+1:00", "1979-01-01T00:00:00+01",
    "1979-01-01T00:00:00-0100", "1979-01-01_00:00:00", "1979-01-01T00:00:00.Z",
    "1979-01-0100:00:00", "1979-01-01T00:00:00ZZ", "1979-01-01  00:00:00", "1979-01-01Z", "1979-01",
  ])

  static let arrays = values([
    "[", "[1", "[1,", "[,]", "[1,,2]", "[1 2]", "[1]]", "[1,,]", "[a]", "[1, # ]", "[[1]", "[1}",
    "[\n1\n2\n]", "[1; 2]", "[true false]", "[= 1]", "[b = 1]", "[1\nb = 2",
  ])

  static let inlineTables = values([
    "{", "{b}", "{b = 1", "{b = 1,}", "{, b = 1}", "{b = 1,, c = 2}", "{b = 1 c = 2}", "{b = 1]",
    "{b = 1, b = 2}", "{b = 1, b.c = 2}", "{b.c = 1, b = 2}", "{b = {}, b.c = 1}", "{\nb = 1}",
    "{b = 1,\nc = 2}", "{b = 1\n}", "{b = 1 # x\n}", "{b =}", "{= 1}", "{b: 1}", "{\"b\"}", "{ # }",
    "{ b = { c = 1, d.e = 2 }, b.f = 3 }", "{b = [1, {c = 1, c = 2}]}", "{b.c = 1, b.c.d = 2}",
  ])

  static let tables = cases([
    "[", "[]", "[[]]", "[a", "[[a]", "[a]]", "[ [a] ]", "[[a] ]", "[a] b = 1", "[a.]",
    "[.a]", "[a..b]", "[a b]", "[a = 1]", "[\"a]", "[é]", "[a#b]", "[[a]] b", "[[a",
    "[\"\"\"a\"\"\"]",
    "[a]\n[a]", "[a]\nb = 1\n[a.b]", "[a.b]\n[a]\n[a]", "a = 1\n[a]", "a = 1\n[a.b]",
    "a.b = 1\n[a]",
    "a.b.c = 1\n[a.b]", "[a]\nb.c = 1\n[a.b]", "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
    "[a.b.c.d]\nz = 9\n[a]\nb.c.d.k.t = 1", "[a.b]\n[a]\nb.c = 1", "a = {}\n[a]",
    "a = {b = {}}\n[a.c]",
    "[p]\na = {}\n[p.a.b]", "a = []\n[[a]]", "a = [{}]\n[[a]]", "a = [{}]\n[a.b]", "[[a]]\n[a]",
    "[a]\n[[a]]", "[a.b]\n[[a]]", "a.b = 1\n[[a]]", "[[a]]\nb = 1\n[[a.b]]",
    "[[a.b]]\n[a]\nb.y = 2",
    "[[a]]\n[[a.b]]\n[a.b]", "[[f]]\nn = 1\n[[f.v]]\n[f.v]", "[[a]]\n[a.b]\n[a.b]", "a = 1\n[[a]]",
    "[f.p]\n[[f]]", "[a]\nb = 1\nb = 2", "[[a]]\nb = 1\nb = 2", "[a]\nb = {c = 1}\nb.d = 2",
    "a.b = 1\na.c = {}\n[a.c]", "[a.b]\n[a.b.c]\n[a.b]",
  ])

  static let characters = [
    JSONCase("bare carriage return", "a = 1\rb = 2"), JSONCase("at the end", "a = 1\r"),
    JSONCase("in a comment", "# a\rb"), JSONCase("null", "a = 1\0"), JSONCase("alone", "\r"),
    JSONCase("null in a comment", "# \0"), JSONCase("delete in a comment", "a = 1 # \u{7F}"),
    JSONCase("form feed", "a = 1\n\u{C}"), JSONCase("no-break space", "a =\u{A0}1"),
    JSONCase("mark", "a = 1\n\u{FEFF}b = 2"), JSONCase("second mark", "\u{FEFF}\u{FEFF}"),
    JSONCase("UTF-16", [0xFF, 0xFE, 0x61, 0]), JSONCase("Latin-1", "a = \"", [0xE9], "\""),
    JSONCase("bad byte in a comment", "# ", [0xC3], "\n"),
    JSONCase("surrogate", "a = '", [0xED, 0xA0, 0x80], "'"),
    JSONCase("overlong", "'", [0xC0, 0x80], "' = 1"), JSONCase("cut", "a = '", [0xF0, 0x9F], ""),
    JSONCase("line separator", "a = 1\u{2028}b = 2"),
  ]
}
