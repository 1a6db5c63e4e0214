import Testing

@testable import Documents

struct JSONRefusedTests {
  @Test(arguments: all)
  func refuses(_ sample: JSONCase) throws {
    let reading = Reading(sample.bytes)
    #expect(reading.node == nil)
    let finding = try #require(reading.diagnostics.last)
    #expect(finding.kind == .syntax)
    #expect(!finding.message.isEmpty && finding.help?.isEmpty == false)
    #expect(finding.span.range.lowerBound <= sample.bytes.count)
  }

  static let all =
    arrays + numbers + objects + strings + structures + brokenUTF8 + leftToTheReader

  static let arrays = [
    "[1 true]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[\"x\",,]", "[\"x\"]]", "[\"\",]",
    "[\"x\"", "[x", "[3[4]]", "[,]", "[-]", "[   , \"\"]", "[\"a\",\n4\n,1,", "[1,]", "[1,,]",
    "[\"\u{B}a\"\\f]", "[*]", "[\"\"", "[1,", "[1,\n1\n,1", "[{}", "[1;2]", "[(1)]", "[ 1 2 ]",
  ].map { JSONCase("n_array_\($0)", $0) }

  static let numbers =
    [
      "-01", "-1.0.", "-2.", "-.5", ".-1", ".2e-3", "0.1.2", "0.3e+", "0.3e", "0.e1", "0E+", "0E",
      "0e+", "0e", "00", "01", "012", "1.0e+", "1.0e-", "1.0e", "1 000.0", "1eE2", "1e+-2", "1ea",
      "2.e+3", "2.e-3", "2.e3", "9.e+", "Inf", "NaN", "-NaN", "nan", "Infinity", "-Infinity",
      "+Inf", "+1", "++1234", "0x1", "0x42", "0xFF", "1+2", "--1", "-foo", "- 1", "-012",
      "-1x", "-2147483648.", "1a", "1.8011670033376514H-308", "1.2a-3", "1,5.", "1_000", "0b1",
      "0o7", "1.", ".5", "1.e", "1e", "1e.5", "1e1.5", "\u{FF11}", "1\u{661}", "-\u{661}", "1f",
      "-",
      "\u{2212}1", "1'000", "1e\u{661}", "-+1", "+-1", "1L", "0-", "1-", "~1",
    ].map { JSONCase("n_number_\($0)", "[\($0)]") } + [
      JSONCase("n_number_then_a_null_byte", "123\0"), JSONCase("n_number_cut_minus", "-"),
      JSONCase("n_number_cut_point", "1."), JSONCase("n_number_cut_exponent", "1e-"),
    ]

  static let objects = [
    "[\"x\", truth]", "{[: \"x\"}\n", "{\"x\", null}", "{\"x\"::\"b\"}", "{🇨🇭}",
    "{\"a\":\"a\" 123}", "{key: 'value'}", "{\"a\" b}", "{:\"b\"}", "{\"a\" \"b\"}", "{\"a\":",
    "{\"a\"", "{1:1}", "{9999E9999:1}", "{null:null,null:null}", "{\"id\":0,,,,,}", "{'a':0}",
    "{\"id\":0,}", "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}/**//", "{\"a\":\"b\"}//", "{\"a\":\"b\"}/",
    "{\"a\":\"b\",,\"c\":\"d\"}", "{a: \"b\"}", "{\"a\":\"a", "{ \"foo\" : \"bar\", \"a\" }",
    "{\"a\":\"b\"}#", "{\"a\"=1}", "{\"a\":1;\"b\":2}", "{,}", "{\"a\":/*comment*/\"b\"}",
    "{\"a\": true} \"x\"", "{", "}", "{\"a\":}", "{[]:1}", "{true:1}", "{\"a\":1]",
  ].map { JSONCase("n_object_\($0)", $0) }

  static let strings =
    [
      #""\uD800\""#, #""\uD800\u""#, #""\uD800\u1""#, #""\uD800\u1x""#, "é", #""\x00""#,
      #""\\\""#, "\"\\\t\"", "\"\\🌀\"", #""\""#, #""\u00A""#, #""\uD834\uDd""#,
      #""\uD800\uD800\x""#, #""\a""#, #""\uqqqq""#, #""\ "#, "\\u0020\"asd\"", "\\n", "\"",
      "'single quote'", "abc", "\"\\", "\"a\0a\"", "\"new\nline\"", "\"\t\"", "\"\u{1F}\"",
      #""\UA66D""#, #""\u+123""#, #""\u 123""#, #""\u12 4""#, #""\u１234""#, #""\'""#, #""\0""#,
      #""\v""#, "\"\r\"", "\u{201C}a\u{201D}", "`a`", "\"a", "\"\u{1}", "\"\\u\"", "\"\\u12",
    ].map { JSONCase("n_string_\($0)", "[\($0)]") } + [
      JSONCase("n_string_cut", "\"a"), JSONCase("n_string_cut_in_an_escape", "\"a\\"),
      JSONCase("n_string_cut_in_digits", "\"a\\u00"), JSONCase("n_string_then_text", "\"\"x"),
      JSONCase("n_string_triple_quotes", "\"\"\"a\"\"\""),
    ]

  static let structures = [
    "", " ", "\n\n", "<.>", "[<null>]", "[1]x", "[1]]", "[\"asd]", "aå", "[True]", "1]",
    "{\"x\": true,", "[][]", "]", "{}}", "{\"\":", "\u{2060}", "\u{FEFF}", "[", "\0", "[\0]",
    "2@", "{\"a\":\"b\"}#{}", "[1", "[ false, nul", "[ true, fals", "[ false, tru",
    "[{\"\":[{\"\":",
    "{\"asd\":\"asd\"", "[\"a\",\n4\n,1,", "å", "[\u{2060}]", "[\u{C}]", "[\u{A0}]", "\u{B}1",
    "[\u{85}]", "{}\u{A0}", "//\n1", "/* */ 1", "# a\n1", "1 // a", "[1,/**/2]", "<!-- 1", "None",
    "undefined", "nul", "nulll", "NULL", "False", "tru", "truefalse", "true1", "nul\u{6C}\u{301}",
    "{\"a\": {\"b\": [1, {\"c\": ", ",", ":", "*", "=", "[\u{200B}1]", "1 2", "\"a\" \"b\"", "a: 1",
    "\u{1E}1", "yes", "---\na: 1", "{} {}", "[] 1", "{{}}", "[}", "{]", "[1}", "$", "\\",
  ].map { JSONCase("n_structure_\($0)", $0) }

  /// Every way in which bytes are not UTF-8 (Unicode Standard, table 3-7).
  static let brokenUTF8 = [
    JSONCase("n_utf8_continuation_alone", "[\"", [0x81], "\"]"),
    JSONCase("n_utf8_overlong_two_bytes", "[\"", [0xC0, 0xAF], "\"]"),
    JSONCase("n_utf8_overlong_c1", "[\"", [0xC1, 0xBF], "\"]"),
    JSONCase("n_utf8_overlong_three_bytes", "[\"", [0xE0, 0x9F, 0xBF], "\"]"),
    JSONCase("n_utf8_overlong_four_bytes", "[\"", [0xF0, 0x8F, 0xBF, 0xBF], "\"]"),
    JSONCase("n_utf8_overlong_six_bytes", "[\"", [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF], "\"]"),
    JSONCase("n_utf8_first_surrogate", "[\"", [0xED, 0xA0, 0x80], "\"]"),
    JSONCase("n_utf8_last_surrogate", "[\"", [0xED, 0xBF, 0xBF], "\"]"),
    JSONCase("n_utf8_past_the_last_character", "[\"", [0xF4, 0x90, 0x80, 0x80], "\"]"),
    JSONCase("n_utf8_f5", "[\"", [0xF5, 0x80, 0x80, 0x80], "\"]"),
    JSONCase("n_utf8_five_bytes", "[\"", [0xF8, 0x88, 0x80, 0x80, 0x80], "\"]"),
    JSONCase("n_utf8_fe", "[\"", [0xFE], "\"]"), JSONCase("n_utf8_ff", "[\"", [0xFF], "\"]"),
    JSONCase("n_utf8_two_bytes_cut_by_quote", "[\"", [0xC3], "\"]"),
    JSONCase("n_utf8_three_bytes_cut_by_quote", "[\"", [0xE2, 0x82], "\"]"),
    JSONCase("n_utf8_four_bytes_cut_by_quote", "[\"", [0xF0, 0x9F, 0x98], "\"]"),
    JSONCase("n_utf8_third_byte_not_continuing", "[\"", [0xE2, 0x82, 0xC3], "\"]"),
    JSONCase("n_utf8_fourth_byte_not_continuing", "[\"", [0xF0, 0x9F, 0x98, 0x41], "\"]"),
    JSONCase("n_utf8_latin1", "[\"", [0xE9], "\"]"),
    JSONCase("n_utf8_two_bytes_cut_by_the_end", "\"", [0xC3], ""),
    JSONCase("n_utf8_three_bytes_cut_by_the_end", "\"", [0xE2, 0x82], ""),
    JSONCase("n_utf8_four_bytes_cut_by_the_end", "\"", [0xF0, 0x9F, 0x98], ""),
    JSONCase("n_utf8_in_a_number", "[0", [0xE5], "]"),
    JSONCase("n_utf8_in_an_exponent", "[1e1", [0xE5], "]"),
    JSONCase("n_utf8_after_a_value", "[1]", [0xE5], ""),
    JSONCase("n_utf8_in_an_array", "[", [0xFF], "]"),
    JSONCase("n_utf8_in_a_key", "{\"", [0xB9], "\":0}"),
    JSONCase("n_utf8_after_a_backslash", "[\"\\", [0xE5], "\"]"),
    JSONCase("n_utf8_in_digits_of_an_escape", "[\"\\u00", [0xE5], "\"]"),
    JSONCase("n_utf8_lonely_byte", [0xE5]), JSONCase("n_utf8_cut_mark", [0xEF, 0xBB, 0x7B, 0x7D]),
    JSONCase("n_utf8_cut_mark_alone", [0xEF, 0xBB]),
  ]

  /// What RFC 8259 leaves open and this reader settles strictly.
  static let leftToTheReader = [
    JSONCase("i_string_first_half_of_a_pair", #"["\uDADA"]"#),
    JSONCase("i_string_second_half_of_a_pair", #"["\uDFAA"]"#),
    JSONCase("i_string_pair_upside_down", #"["\uDd1e\uD834"]"#),
    JSONCase("i_string_first_half_and_a_letter", #"["\uD888\u1234"]"#),
    JSONCase("i_string_first_half_and_text", #"["\uD800abc"]"#),
    JSONCase("i_string_first_half_and_an_escape", #"["\uD800\n"]"#),
    JSONCase("i_string_two_first_halves", #"["\uD800\uD800"]"#),
    JSONCase("i_string_half_in_a_key", #"{"\uDFAA":0}"#),
    JSONCase("i_string_utf16_big_endian", [0x00, 0x5B, 0x00, 0x5D]),
    JSONCase("i_string_utf16_little_endian", [0x5B, 0x00, 0x5D, 0x00]),
    JSONCase("i_string_utf16_with_mark", [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]),
    JSONCase("i_string_utf32", [0x5B, 0, 0, 0, 0x5D, 0, 0, 0]),
  ]
}
