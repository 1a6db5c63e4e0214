/// Why a text is not JSON, with the mistake that people most likely made.
struct JSONSyntaxError: Error {
  var diagnostic: Diagnostic

  init(_ message: String, help: String, at range: Range<Int>) {
    diagnostic = Diagnostic(.syntax, message, help: help, at: Span(range))
  }

  static func emptyText(_ extent: JSONExtent, at offset: Int) -> Self {
    Self("the \(extent) is empty", help: "write a JSON object, at least '{}'", at: offset..<offset)
  }

  static func invalidUTF8(_ byte: UInt8, at offset: Int) -> Self {
    Self(
      "byte 0x\(String(byte, radix: 16)) is not valid UTF-8",
      help: "save the file in the encoding UTF-8", at: offset..<offset + 1)
  }

  static func tooDeep(at offset: Int) -> Self {
    Self(
      JSONReader.depthMessage,
      help: "remove the nesting that does not belong here", at: offset..<offset + 1)
  }

  static func malformedNumber(_ expected: String, at range: Range<Int>) -> Self {
    Self("expected \(expected)", help: "write numbers as in -12.5e3", at: range)
  }

  static func controlCharacter(_ byte: UInt8, at offset: Int) -> Self {
    let name = Unicode.Scalar(byte).codePoint
    let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    let help =
      endsLine
      ? "close the string with '\"' on its own line, or write \\n for a line break"
      : "write control characters as escapes such as \\t or \\u\(name.dropFirst(2))"
    return Self(
      "control character \(name) inside a string", help: help,
      at: offset..<(endsLine ? offset : offset + 1))
  }

  static func unterminatedString(_ range: Range<Int>) -> Self {
    Self("the string is not closed", help: "close it with '\"'", at: range)
  }

  /// - Parameter range: The escape up to its last byte, or to the first of a longer character.
  static func unknownEscape(_ bytes: [UInt8], _ range: Range<Int>, before end: Int) -> Self {
    let more = bytes[range.upperBound..<end].prefix { $0 & 0xC0 == 0x80 }.count
    let range = range.lowerBound..<range.upperBound + more
    let written = String(decoding: bytes[range].prefix { $0 >= 0x20 }, as: UTF8.self)
    return Self(
      "\(Quoted(written)) is not an escape that JSON knows",
      help: #"use \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"#, at: range)
  }

  static func unpairedSurrogate(_ range: Range<Int>) -> Self {
    Self(
      "half of a surrogate pair stands alone",
      help: "write both halves, as in \\ud83d\\ude80, or the character itself", at: range)
  }

  /// Says what stands where something else was expected, without quoting strings and words: they
  /// may hold what nobody should read.
  static func unexpected(
    _ expected: JSONExpectation, _ extent: JSONExtent, in bytes: [UInt8], at offset: Int, end: Int
  ) -> Self {
    guard offset < end else {
      // After the last character, not on the empty line behind it.
      let last = bytes[..<end].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? end
      return Self(
        "the \(extent) ends where \(expected.phrase(in: extent)) was expected",
        help: "is a closing bracket or quote missing?", at: last..<last)
    }
    let found = JSONStranger(bytes[offset..<end])
    return Self(
      "expected \(expected.phrase(in: extent)), found \(found.name)",
      help: found.help(instead: expected, after: bytes[..<offset]),
      at: offset..<offset + found.length)
  }
}

extension Unicode.Scalar {
  /// The character's number as the Unicode Standard writes it: `U+000A`.
  var codePoint: String {
    let code = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }
}
