/// Strings (https://toml.io/en/v1.0.0#string). What is wrong inside one is noted and passed over,
/// so that the line goes on behind it; only a string that is not closed stops the line.
extension TOMLReader {
  /// Reads a string whose first quote is the next byte.
  mutating func string() throws(TOMLSyntaxError) -> String {
    let isBasic = bytes[at] == UInt8(ascii: "\"")
    guard isAtTripleQuote else { return try isBasic ? basicString() : literalString() }
    return try multilineString(isBasic: isBasic)
  }

  mutating func literalString() throws(TOMLSyntaxError) -> String {
    let opening = at
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "'") {
      guard !isAtLineEnd else { break }
      if bytes[at].isControl { noteControlCharacter() }
      at += 1
    }
    guard take(UInt8(ascii: "'")) else { throw unterminated("'", opening..<at) }
    return String(decoding: bytes[opening + 1..<at - 1], as: UTF8.self)
  }

  mutating func basicString() throws(TOMLSyntaxError) -> String {
    let opening = at
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") { return try escapedString(opening: opening) }
      guard !isAtLineEnd else { break }
      if bytes[at].isControl { noteControlCharacter() }
      at += 1
    }
    guard take(UInt8(ascii: "\"")) else { throw unterminated("\"", opening..<at) }
    return String(decoding: bytes[opening + 1..<at - 1], as: UTF8.self)
  }

  /// Goes on with a basic string that turned out to hold an escape.
  private mutating func escapedString(opening: Int) throws(TOMLSyntaxError) -> String {
    var decoded = Array(bytes[opening + 1..<at])
    while at < end, bytes[at] != UInt8(ascii: "\""), !isAtLineEnd {
      if bytes[at] == UInt8(ascii: "\\") {
        escape(into: &decoded)
      } else {
        if bytes[at].isControl { noteControlCharacter() }
        decoded.append(bytes[at])
        at += 1
      }
    }
    guard take(UInt8(ascii: "\"")) else { throw unterminated("\"", opening..<at) }
    return String(decoding: decoded, as: UTF8.self)
  }

  private mutating func unterminated(_ quote: String, _ range: Range<Int>) -> TOMLSyntaxError {
    openValue = range.lowerBound
    return .unterminatedString(quote, range)
  }

  private var isAtLineEnd: Bool { bytes[at] == UInt8(ascii: "\n") || isAtCRLF }

  private mutating func noteControlCharacter() {
    note(.controlCharacter(bytes[at], in: "a string", at: at))
  }

  // MARK: Several lines

  private mutating func multilineString(isBasic: Bool) throws(TOMLSyntaxError) -> String {
    let opening = at
    let quote = bytes[at]
    var decoded: [UInt8] = []
    at += 3
    _ = takeNewline()
    while at < end {
      if bytes[at] == quote, isAtTripleQuote {
        at += 3
        // One or two quotes may stand directly before the closing ones.
        for _ in 0..<2 where take(quote) { decoded.append(quote) }
        return String(decoding: decoded, as: UTF8.self)
      }
      if takeNewline() {
        decoded.append(UInt8(ascii: "\n"))
      } else if isBasic, bytes[at] == UInt8(ascii: "\\") {
        if !skipLineEnd() { escape(into: &decoded) }
      } else {
        if bytes[at].isControl { noteControlCharacter() }
        decoded.append(bytes[at])
        at += 1
      }
    }
    let delimiter = String(repeating: isBasic ? "\"" : "'", count: 3)
    throw unterminated(delimiter, opening..<opening + 3)
  }

  /// Steps over a backslash at the end of a line, and over all white space up to the next text.
  private mutating func skipLineEnd() -> Bool {
    let start = at
    at += 1
    skipSpace()
    guard takeNewline() else {
      at = start
      return false
    }
    repeat { skipSpace() } while takeNewline()
    return true
  }

  // MARK: Escapes

  private mutating func escape(into decoded: inout [UInt8]) {
    let start = at
    let letter = at + 1 < end ? bytes[at + 1] : UInt8(ascii: "\n")
    at += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded += unicodeEscape(digits: 4, from: start).utf8
    case UInt8(ascii: "U"): decoded += unicodeEscape(digits: 8, from: start).utf8
    default:
      // A quote or a line break behind the mistake still closes the string.
      at = min(letter.isControl || letter == UInt8(ascii: "\t") ? start + 1 : start + 2, end)
      while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
      note(.unknownEscape(bytes[start..<at]))
    }
  }

  private mutating func unicodeEscape(digits: Int, from start: Int) -> String {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard at < end, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue,
        bytes[at] < 0x80
      else {
        note(.unknownEscape(bytes[start..<at], digits: digits))
        return ""
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      note(.noCharacter(value, start..<at))
      return ""
    }
    return String(Character(scalar))
  }
}
