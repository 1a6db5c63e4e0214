import Testing

@testable import Documents

struct JSONAcceptedTests {
  @Test(arguments: all)
  func accepts(_ sample: JSONCase) throws {
    let reading = Reading(sample.bytes)
    let node = try #require(reading.node, "\(reading.findings)")
    #expect(reading.diagnostics.allSatisfy { $0.kind == .duplicateField })
    #expect(node.span.range.upperBound <= sample.bytes.count)
  }

  static let all = arrays + numbers + objects + strings + structures

  static let arrays = [
    JSONCase("y_array_empty", "[]"),
    JSONCase("y_array_with_spaces_inside", "[ \t\r\n]"),
    JSONCase("y_array_of_arrays", "[[]   ]"),
    JSONCase("y_array_of_an_empty_string", "[\"\"]"),
    JSONCase("y_array_ending_with_newline", "[\"a\"]\n"),
    JSONCase("y_array_of_false", "[false]"),
    JSONCase("y_array_of_every_kind", "[null, 1, \"1\", {}, [], true]"),
    JSONCase("y_array_of_null", "[null]"),
    JSONCase("y_array_with_newline_before_comma", "[1\n,1]"),
    JSONCase("y_array_with_leading_space", " [1]"),
    JSONCase("y_array_with_trailing_space", "[2] "),
    JSONCase("y_array_with_several_null", "[1,null,null,null,2]"),
  ]

  static let numbers = [
    "0", "-0", "1", "-1", "-123", "123", "20e1", "0e+1", "0e1", "1E22", "1E-2", "1E+2", "123e45",
    "123.456e78", "1e-2", "1e+2", "123.456789", "-0.0", "0.0", "0.1e1", " 4", "-0e-0",
    "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
    "123123123123123123123123123123123123123123", "9223372036854775808", "0.4e00669999999999999",
  ].map { JSONCase("y_number_\($0)", "[\($0)]") }

  static let objects = [
    JSONCase("y_object", #"{"asd":"sdf", "dfg":"fgh"}"#),
    JSONCase("y_object_of_one", #"{"asd":"sdf"}"#),
    JSONCase("y_object_doubled_key", #"{"a":"b","a":"c"}"#),
    JSONCase("y_object_doubled_key_and_value", #"{"a":"b","a":"b"}"#),
    JSONCase("y_object_empty", "{}"),
    JSONCase("y_object_empty_key", #"{"":0}"#),
    JSONCase("y_object_escaped_null_in_key", #"{"foo\u0000bar": 42}"#),
    JSONCase("y_object_extreme_numbers", #"{ "min": -1.0e+28, "max": 1.0e+28 }"#),
    JSONCase("y_object_long_strings", "{\"id\": \"\(String(repeating: "x", count: 9000))\"}"),
    JSONCase("y_object_string_unicode", #"{"title":"\u041f\u043e\u043b\u0442" }"#),
    JSONCase("y_object_with_newlines", "{\n\"a\"\n:\n\"b\"\n}"),
  ]

  static let strings = [
    JSONCase("y_string_every_escape", #"["\"\\\/\b\f\n\r\t\u0000"]"#),
    JSONCase("y_string_surrogate_pair", #"["\uD801\udc37"]"#),
    JSONCase("y_string_two_surrogate_pairs", #"["\ud83d\ude39\ud83d\udc8d"]"#),
    JSONCase("y_string_last_surrogate_pair", #"["\uDBFF\uDFFF"]"#),
    JSONCase("y_string_backslash_and_u_escaped_zero", #"["\\u0000"]"#),
    JSONCase("y_string_double_escape", #"["\\n"]"#),
    JSONCase("y_string_escaped_control_character", #"["\u0012"]"#),
    JSONCase("y_string_escaped_noncharacter", #"["\uFFFF"]"#),
    JSONCase("y_string_noncharacter_pair", #"["\uD83F\uDFFE"]"#),
    JSONCase("y_string_noncharacter_in_utf8", "[\"\u{10FFFF}\"]"),
    JSONCase("y_string_noncharacter_fffe_in_utf8", "[\"\u{FFFE}\"]"),
    JSONCase("y_string_comment_inside", #"["a/*b*/c/*d//e"]"#),
    JSONCase("y_string_del", "[\"a\u{7F}a\"]"),
    JSONCase("y_string_line_separators", "[\"\u{2028}\u{2029}\"]"),
    JSONCase("y_string_escaped_line_separators", #"["\u2028\u2029"]"#),
    JSONCase("y_string_byte_order_mark_inside", "[\"\u{FEFF}\"]"),
    JSONCase("y_string_two_byte_utf8", "[\"\u{80}é\u{7FF}\"]"),
    JSONCase("y_string_three_byte_utf8", "[\"\u{800}⍂\u{D7FF}\u{E000}\"]"),
    JSONCase("y_string_four_byte_utf8", "[\"\u{10000}𝄞\u{FFFFF}\"]"),
    JSONCase("y_string_one_byte_utf8", #"["\u002c"]"#),
    JSONCase("y_string_in_array_with_leading_space", #"[ "asd"]"#),
    JSONCase("y_string_space", #"" ""#),
    JSONCase("y_string_mixed_case_digits", #"["\uaBcD"]"#),
    JSONCase("y_string_private_use", "[\"\u{E000}\u{F8FF}\"]"),
  ]

  static let structures = [
    JSONCase("y_structure_lonely_false", "false"),
    JSONCase("y_structure_lonely_true", "true"),
    JSONCase("y_structure_lonely_null", "null"),
    JSONCase("y_structure_lonely_integer", "42"),
    JSONCase("y_structure_lonely_negative_decimal", "-0.1"),
    JSONCase("y_structure_lonely_string", "\"asd\""),
    JSONCase("y_structure_lonely_empty_string", "\"\""),
    JSONCase("y_structure_trailing_newline", "[\"a\"]\r\n"),
    JSONCase("y_structure_white_space_everywhere", " \t\r\n{ \"a\" : [ 1 , { } ] } \t\r\n"),
    JSONCase("i_structure_500_nested_arrays", nested("[", 500, "]")),
    JSONCase("i_number_beyond_every_double", "[1e99999, -1e99999, 1e-99999]"),
  ]

  private static func nested(_ open: String, _ depth: Int, _ close: String) -> String {
    String(repeating: open, count: depth) + String(repeating: close, count: depth)
  }
}
