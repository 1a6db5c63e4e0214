import Testing

@testable import Documents

/// What the specification of TOML 1.0.0 calls valid, each with its value on one line of JSON.
struct TOMLAcceptedTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let value: String

    init(_ text: String, _ value: String) {
      self.text = text
      self.value = value
    }

    var testDescription: String { Quoted(text).description }
  }

  @Test(arguments: files + keys + strings + tables + arrays + inlineTables)
  func reads(_ sample: Sample) {
    #expect(TOMLReading(sample.text).value == sample.value)
  }

  @Test(arguments: numbers)
  func readsNumbersInOneForm(_ sample: Sample) throws {
    let node = try toml("n = \(sample.text)").root["n"]
    guard case .number(let number)? = node?.value else {
      Issue.record("no number")
      return
    }
    #expect(number.literal == sample.value)
    #expect(number.isWhole == (number.integer != nil))
  }

  @Test(arguments: moments)
  func readsDatesAndTimes(_ text: String, _ kind: DateTime.Kind, _ literal: String) throws {
    guard case .dateTime(let moment)? = try toml("t = \(text)").root["t"]?.value else {
      Issue.record("no date")
      return
    }
    #expect(moment.kind == kind)
    #expect(moment.literal == literal)
    #expect(DateTime(text) == moment)
  }

  static let files = [
    Sample("", "{}"), Sample("\n\r\n \t\n", "{}"), Sample("# é \u{80}\t", "{}"),
    Sample("\u{FEFF}a = 1", #"{"a":1}"#), Sample("\u{FEFF}", "{}"),
    Sample("a = 1 # one\r\n\tb\t=\ttrue#", #"{"a":1,"b":true}"#),
    Sample("a=1\n# a=2\nb = \"# no\"", ##"{"a":1,"b":"# no"}"##),
  ]

  static let keys = [
    Sample(
      "bare_key = 1\nbare-key = 2\n1234 = 3\n-_ = 4",
      #"{"bare_key":1,"bare-key":2,"1234":3,"-_":4}"#),
    Sample(
      #""127.0.0.1" = 1"# + "\n'q \"v\"' = 2\n\"\\u00e9\" = 3",
      #"{"127.0.0.1":1,"q \"v\"":2,"é":3}"#),
    Sample("\"\" = 1\na = {'' = 2}", #"{"":1,"a":{"":2}}"#),
    Sample("a.b . c\t.\t\"d.e\" = 1", #"{"a":{"b":{"c":{"d.e":1}}}}"#),
    Sample("3.14159 = 1", #"{"3":{"14159":1}}"#),
    Sample("true = 1\ninf = 2", #"{"true":1,"inf":2}"#),
    Sample("a.b.c = 1\na.d = 2", #"{"a":{"b":{"c":1},"d":2}}"#),
    Sample("a.x = 1\nb.x = 2\na.y = 3", #"{"a":{"x":1,"y":3},"b":{"x":2}}"#),
    Sample("'\u{E9}' = 1\n'e\u{301}' = 2", "{\"\u{E9}\":1,\"e\u{301}\":2}"),
    Sample("1979-05-27 = 1", #"{"1979-05-27":1}"#),
    Sample("1.2 = 1\n1.3 = 2", #"{"1":{"2":1,"3":2}}"#),
  ]

  static let strings = [
    Sample(#"a = "\b\t\n\f\r\"\\ é \u00E9 \U0001F680""#, #"{"a":"\b\t\n\f\r\"\\ é é 🚀"}"#),
    Sample(
      "a = ''\nb = 'C:\\n <\\i\\c*\\s*>\t\"x\"'", #"{"a":"","b":"C:\\n <\\i\\c*\\s*>\t\"x\""}"#),
    Sample("a = \"\"\"\nRoses\nViolets\"\"\"", #"{"a":"Roses\nViolets"}"#),
    Sample("a = \"\"\"\r\nRoses\r\nViolets\"\"\"", #"{"a":"Roses\nViolets"}"#),
    Sample("a = \"\"\"\\\n  The \\  \n\n \t fox.\\\n  \"\"\"", #"{"a":"The fox."}"#),
    Sample("a = \"\"\"The \\\r\n\r\n  fox\\u002E\"\"\"", #"{"a":"The fox."}"#),
    Sample("a = \"\"\"a \"\"b\"\" c\"\"\"", #"{"a":"a \"\"b\"\" c"}"#),
    Sample("a = \"\"\"\"x\"\"\"\"", #"{"a":"\"x\""}"#),
    Sample("a = \"\"\"x\"\"\"\"\"", #"{"a":"x\"\""}"#),
    Sample("a = \"\"\"\"\"\"\"\"", #"{"a":"\"\""}"#), Sample("a = \"\"\"\"\"\"", #"{"a":""}"#),
    Sample("a = \"\"\"\\\"\"\"\\\"\"\"\"", #"{"a":"\"\"\"\""}"#),
    Sample("a = '''\nI \\d '' \"\"\" \\'''", #"{"a":"I \\d '' \"\"\" \\"}"#),
    Sample("a = '''x'''''", #"{"a":"x''"}"#), Sample("a = ''''x''''", #"{"a":"'x'"}"#),
    Sample("a = '''\n\n x\n'''", #"{"a":"\n x\n"}"#), Sample("a = '''''' # b", #"{"a":""}"#),
    Sample("a = \"\u{80}\u{FEFF}\t\"", "{\"a\":\"\u{80}\u{FEFF}\\t\"}"),
    Sample(#"a = "\u0000\uD7FF\uE000\U0010FFFF""#, "{\"a\":\"\\u0000\u{D7FF}\u{E000}\u{10FFFF}\"}"),
  ]

  static let numbers = [
    Sample("+99", "99"), Sample("0", "0"), Sample("+0", "0"), Sample("-0", "0"),
    Sample("-17", "-17"),
    Sample("1_000", "1000"), Sample("5_3_4", "534"), Sample("0xDEADBEEF", "3735928559"),
    Sample("0xdead_beef", "3735928559"), Sample("0o01234567", "342391"),
    Sample("0b1101_0110", "214"),
    Sample("9223372036854775807", "9223372036854775807"),
    Sample("0x7fffffffffffffff", "9223372036854775807"),
    Sample("-9_223_372_036_854_775_808", "-9223372036854775808"), Sample("0x00", "0"),
    Sample("+1.0", "1.0"), Sample("-0.01", "-0.01"), Sample("5e+22", "5e+22"),
    Sample("1e06", "1e06"),
    Sample("-2E-2", "-2E-2"), Sample("6.626e-34", "6.626e-34"),
    Sample("224_617.445_991", "224617.445991"),
    Sample("-0.0", "-0.0"), Sample("+0.0", "0.0"), Sample("1_0e1_0", "10e10"), Sample("0e0", "0e0"),
    Sample("inf", "inf"), Sample("+inf", "inf"), Sample("-inf", "-inf"), Sample("nan", "nan"),
    Sample("+nan", "nan"), Sample("-nan", "nan"), Sample("0.0_1", "0.01"),
  ]

  static let moments: [(String, DateTime.Kind, String)] = [
    ("1979-05-27T07:32:00Z", .offsetDateTime, "1979-05-27T07:32:00Z"),
    ("1979-05-27t07:32:00z", .offsetDateTime, "1979-05-27T07:32:00Z"),
    ("1979-05-27 07:32:00-07:00", .offsetDateTime, "1979-05-27T07:32:00-07:00"),
    ("1979-05-27T00:32:00.999999+23:59", .offsetDateTime, "1979-05-27T00:32:00.999999+23:59"),
    ("1979-05-27T07:32:00", .localDateTime, "1979-05-27T07:32:00"),
    ("1979-05-27 00:32:00.5", .localDateTime, "1979-05-27T00:32:00.5"),
    ("1979-05-27", .localDate, "1979-05-27"), ("2024-02-29", .localDate, "2024-02-29"),
    ("2000-02-29", .localDate, "2000-02-29"), ("0000-01-01", .localDate, "0000-01-01"),
    ("07:32:00", .localTime, "07:32:00"), ("23:59:60.123456789", .localTime, "23:59:60.123456789"),
  ]

  static let arrays = [
    Sample("a = []\nb = [ # c\n]", #"{"a":[],"b":[]}"#),
    Sample("a = [ 1, 2, 3 ]\nb=[\"x\",'y']", #"{"a":[1,2,3],"b":["x","y"]}"#),
    Sample(
      "a = [[1, 2], [\"a\", 0.1], {b = 1}, true, 07:32:00]",
      #"{"a":[[1,2],["a",0.1],{"b":1},true,"07:32:00"]}"#),
    Sample("a = [\n  1, # one, ]\n\n  2\r\n  , # two\n]", #"{"a":[1,2]}"#),
    Sample("a = [1,]", #"{"a":[1]}"#), Sample("a=[{b=1},{b=2},]", #"{"a":[{"b":1},{"b":2}]}"#),
  ]

  static let inlineTables = [
    Sample("a = {}\nb = { }", #"{"a":{},"b":{}}"#),
    Sample("a = { x = 1, y = { z = '}' } }", #"{"a":{"x":1,"y":{"z":"}"}}}"#),
    Sample(
      "a = { b.c = 1, b.d = 2, \"e\" . f = [\n1\n] }", #"{"a":{"b":{"c":1,"d":2},"e":{"f":[1]}}}"#),
    Sample("a = { b = \"\"\"\n\"\"\" }", #"{"a":{"b":""}}"#),
  ]

  static let tables = [
    Sample("[a]\n[b]\nc = 1", #"{"a":{},"b":{"c":1}}"#),
    Sample(
      "[dog.\"tater.man\"]\ntype.name = \"pug\"", #"{"dog":{"tater.man":{"type":{"name":"pug"}}}}"#),
    Sample(
      "[ d.e.f ]\n[ g .  h  . 'i' ]\n[\"\"]", #"{"d":{"e":{"f":{}}},"g":{"h":{"i":{}}},"":{}}"#),
    Sample("[x.y.z.w]\n[x]\na = 1", #"{"x":{"y":{"z":{"w":{}}},"a":1}}"#),
    Sample("[a.b]\n[c]\n[a.d]\n[a]", #"{"a":{"b":{},"d":{}},"c":{}}"#),
    Sample(
      "[fruit]\napple.color = 'red'\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
      #"{"fruit":{"apple":{"color":"red","taste":{"sweet":true},"texture":{"smooth":true}}}}"#),
    Sample("[[p]]\nn = 1\n[[p]] # none\n[[p]]\nn = 3", #"{"p":[{"n":1},{},{"n":3}]}"#),
    Sample(
      "[[f]]\nn = 1\n[f.p]\nc = 1\n[[f.v]]\nn = 2\n[[f.v]]\n[[f]]\n[[f.v]]\n[f.v.x]",
      #"{"f":[{"n":1,"p":{"c":1},"v":[{"n":2},{}]},{"v":[{"x":{}}]}]}"#),
    Sample("[a.b.c]\n[a]\nb.x = 1", #"{"a":{"b":{"c":{},"x":1}}}"#),
    Sample("[[ a . b ]]\n[a]\nc = 1", #"{"a":{"b":[{}],"c":1}}"#),
    Sample("[a] # one\n  b = 1\n\t[ a.c ]\r\n", #"{"a":{"b":1,"c":{}}}"#),
    Sample("a.b = 1\n[a.c]\nd = 2", #"{"a":{"b":1,"c":{"d":2}}}"#),
  ]
}
