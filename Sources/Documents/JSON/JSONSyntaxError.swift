/// Why a text is not JSON, with the mistake that people most likely made.
struct JSONSyntaxError: Error {
  var diagnostic: Diagnostic

  private init(_ message: String, help: String? = nil, at range: Range<Int>) {
    diagnostic = Diagnostic(.syntax, message, help: help, at: Span(range))
  }

  static func emptyText(at offset: Int) -> Self {
    Self("the file is empty", help: "write a JSON object, at least '{}'", at: offset..<offset)
  }

  static func invalidUTF8(_ byte: UInt8, at offset: Int) -> Self {
    Self(
      "byte 0x\(String(byte, radix: 16)) is not valid UTF-8",
      help: "save the file in the encoding UTF-8", at: offset..<offset + 1)
  }

  static func tooDeep(at offset: Int) -> Self {
    Self(
      "arrays and objects are nested more than \(JSONReader.depthLimit) deep",
      help: "remove the nesting that does not belong here", at: offset..<offset + 1)
  }

  static func malformedNumber(_ expected: String, at offset: Int) -> Self {
    Self("expected \(expected)", help: "write numbers as in -12.5e3", at: offset..<offset + 1)
  }

  static func controlCharacter(_ byte: UInt8, at offset: Int) -> Self {
    let code = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - code.count) + code
    let help =
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      ? "close the string with '\"' on its own line, or write \\n for a line break"
      : "write control characters as escapes such as \\t or \\u\(name.dropFirst(2))"
    return Self("control character \(name) inside a string", help: help, at: offset..<offset + 1)
  }

  /// The span ends with the line: the rest of the file is not what anyone wants marked.
  static func unterminatedString(_ bytes: [UInt8], _ range: Range<Int>) -> Self {
    let lineEnd = bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return Self(
      "the string is not closed", help: "close it with '\"'", at: range.lowerBound..<lineEnd)
  }

  static func unknownEscape(_ bytes: [UInt8], _ range: Range<Int>) -> Self {
    let written = String(decoding: bytes[range].prefix { $0 >= 0x20 }, as: UTF8.self)
    return Self(
      "'\(written)' is not an escape that JSON knows",
      help: #"use \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"#, at: range)
  }

  static func unpairedSurrogate(_ range: Range<Int>) -> Self {
    Self(
      "half of a surrogate pair stands alone",
      help: "write both halves, as in \\ud83d\\ude80, or the character itself", at: range)
  }

  /// Says what stands where something else was expected, without quoting strings: they may hold
  /// what nobody should read.
  static func unexpected(_ expected: String, in bytes: [UInt8], at offset: Int, end: Int) -> Self {
    guard offset < end else {
      return Self(
        "the file ends where \(expected) was expected",
        help: "is a closing bracket or quote missing?", at: offset..<offset)
    }
    let length = bytes[offset..<end].prefix { $0.isPartOfWord }.count
    let range = offset..<offset + max(1, min(length, 40))
    return Self(
      "expected \(expected), found \(name(of: range, in: bytes))",
      help: help(at: offset, in: bytes, before: end), at: range)
  }

  private static func name(of range: Range<Int>, in bytes: [UInt8]) -> String {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "\""): "a string"
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): "a number"
    case let byte where byte < 0x20 || byte == 0x7F:
      "control character U+\(String(byte, radix: 16, uppercase: true))"
    default: "'\(String(decoding: bytes[range], as: UTF8.self))'"
    }
  }

  private static func help(at offset: Int, in bytes: [UInt8], before end: Int) -> String? {
    switch bytes[offset] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments; remove it"
    case UInt8(ascii: "'"): "strings are written in double quotes"
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closingHelp(at: offset, in: bytes)
    case UInt8(ascii: "\""): "is a comma missing before it?"
    default: wordHelp(String(decoding: bytes[offset..<end].prefix { $0.isPartOfWord }, as: UTF8.self))
    }
  }

  private static func closingHelp(at offset: Int, in bytes: [UInt8]) -> String? {
    let before = bytes[..<offset].last { $0 > 0x20 }
    return before == UInt8(ascii: ",") ? "remove the comma before it" : nil
  }

  private static func wordHelp(_ word: String) -> String? {
    switch word.lowercased() {
    case "true", "false", "null": "write '\(word.lowercased())' in lower case"
    case "none", "nil", "undefined": "write null, or leave the field out"
    case "nan", "infinity": "JSON has no such number"
    case "": nil
    default: "strings are written in double quotes"
    }
  }
}
