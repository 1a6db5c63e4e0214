/// Why a text is not TOML, with the mistake that people most likely made.
struct TOMLSyntaxError: Error {
  var diagnostic: Diagnostic

  init(_ message: String, help: String, at range: Range<Int>) {
    diagnostic = Diagnostic(.syntax, message, help: help, at: Span(range))
  }

  // MARK: Files

  static func tooLarge(_ source: SourceText, _ limit: Int) -> Self {
    Self(
      "the file has \(source.bytes.count) bytes, more than the limit of \(limit)",
      help: "split the file or remove what does not belong in it", at: 0..<0)
  }

  static func invalidUTF8(_ byte: UInt8, at offset: Int) -> Self {
    Self(
      "byte 0x\(String(byte, radix: 16)) is not valid UTF-8",
      help: "save the file in the encoding UTF-8", at: offset..<offset + 1)
  }

  static func tooDeep(at range: Range<Int>) -> Self {
    Self(
      "arrays and tables are nested more than \(TOMLReader.depthLimit) deep",
      help: "remove the nesting that does not belong here", at: range)
  }

  static let lineEndHelp = "end lines with a line feed, or with a carriage return and a line feed"

  /// - Parameter place: Such as `a comment`.
  static func controlCharacter(_ byte: UInt8, in place: String, at offset: Int) -> Self {
    let name = Unicode.Scalar(byte).codePoint
    let help =
      byte == UInt8(ascii: "\r")
      ? lineEndHelp
      : place == "a string"
        ? "write it as \\u\(name.dropFirst(2)) in a text in double quotes" : "remove it"
    return Self("control character \(name) inside \(place)", help: help, at: offset..<offset + 1)
  }

  // MARK: Lines

  static func multilineKey(_ range: Range<Int>) -> Self {
    Self("a key stands on one line", help: "write it in single quotes or bare", at: range)
  }

  static func unequalBrackets(_ range: Range<Int>) -> Self {
    Self(
      "the header begins with '[[' and ends in a single ']'",
      help: "close it with ']]', or open it with '[' if the table stands only once", at: range)
  }

  static func trailingComma(_ range: Range<Int>) -> Self {
    Self(
      "an inline table has no comma behind its last value",
      help: "remove it; only arrays may end in a comma", at: range)
  }

  static func inlineTableOnLines(_ range: Range<Int>) -> Self {
    Self(
      "an inline table goes over several lines",
      help: "write it on one line, or as a table with a header", at: range)
  }

  // MARK: Strings

  static func unterminatedString(_ quote: String, _ range: Range<Int>) -> Self {
    let help =
      quote.count == 3
      ? "close it with \(quote)"
      : "close it with \(quote) on the same line; a text of several lines stands in "
        + String(repeating: quote, count: 3)
    return Self("the string is not closed", help: help, at: range)
  }

  /// - Parameter digits: How many hexadecimal digits the escape needs, if it is one of those.
  static func unknownEscape(_ written: ArraySlice<UInt8>, digits: Int = 0) -> Self {
    let text = String(decoding: written, as: UTF8.self)
    let message =
      digits > 0
      ? "\(Quoted(text)) lacks some of its \(digits) hexadecimal digits"
      : "\(Quoted(text)) is not an escape that TOML knows"
    return Self(
      message,
      help: #"use \\ \" \b \t \n \f \r \uXXXX or \UXXXXXXXX, or write the text in single quotes"#,
      at: written.startIndex..<written.endIndex)
  }

  static func noCharacter(_ value: UInt32, _ range: Range<Int>) -> Self {
    let code = String(value, radix: 16, uppercase: true)
    guard (0xD800...0xDFFF).contains(value) else {
      return Self(
        "there is no character U+\(code)", help: "characters go up to U+10FFFF", at: range)
    }
    return Self(
      "U+\(code) is half of a surrogate pair",
      help: "write the whole character, as in \\U0001F680", at: range)
  }

  // MARK: Strangers

  /// Says what stands where something else was expected.
  static func unexpected(_ expected: TOMLExpectation, in bytes: [UInt8], at offset: Int) -> Self {
    guard offset < bytes.count else {
      // After the last character, not on the empty line behind it.
      let last = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.count
      return Self(
        "the file ends where \(expected.phrase) was expected", help: expected.help, at: last..<last)
    }
    let found = TOMLStranger(bytes, at: offset)
    return Self(
      "expected \(expected.phrase), found \(found.name)", help: found.help(instead: expected),
      at: offset..<offset + found.length)
  }

  /// Says of a value without quotes what it may have been meant as.
  static func noValue(_ word: ArraySlice<UInt8>, _ mistake: TOMLNumberMistake) -> Self {
    let word = TOMLBareWord(word)
    return Self(word.message, help: word.help(mistake), at: word.range)
  }
}
