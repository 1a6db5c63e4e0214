extension JSONReader {
  /// Reads a string whose opening quote is the next byte (RFC 8259 section 7).
  mutating func string() throws(JSONSyntaxError) -> String {
    let opening = at
    at += 1
    let start = at
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: bytes[start..<at - 1], as: UTF8.self)
      case UInt8(ascii: "\\"):
        return try escapedString(opening: opening, start: start)
      case 0..<0x20:
        throw .controlCharacter(bytes[at], at: at)
      default:
        at += 1
      }
    }
    throw .unterminatedString(opening..<end)
  }

  /// Goes on with a string that turned out to hold an escape.
  private mutating func escapedString(
    opening: Int, start: Int
  ) throws(JSONSyntaxError) -> String {
    var decoded = Array(bytes[start..<at])
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard at + 1 < end else { throw .unterminatedString(opening..<end) }
        decoded += try escape().utf8
      case 0..<0x20:
        throw .controlCharacter(bytes[at], at: at)
      default:
        decoded.append(bytes[at])
        at += 1
      }
    }
    throw .unterminatedString(opening..<end)
  }

  /// Reads an escape: a backslash and at least one byte more.
  private mutating func escape() throws(JSONSyntaxError) -> String {
    let start = at
    let letter = bytes[at + 1]
    at += 2
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw .unknownEscape(bytes, start..<at, before: end)
    }
  }

  /// Reads the digits of `\uXXXX` and, where the first stands for half a character, its partner.
  private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) -> String {
    let first = try hexadecimalDigits(of: start)
    if let scalar = Unicode.Scalar(first) { return String(Character(scalar)) }
    guard first < 0xDC00, at + 1 < end, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw .unpairedSurrogate(start..<at) }
    let partner = at
    at += 2
    let second = try hexadecimalDigits(of: partner)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .unpairedSurrogate(start..<partner) }
    return String(Character(scalar))
  }

  private mutating func hexadecimalDigits(of start: Int) throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < end, let digit = Self.hexadecimalDigit(bytes[at]) else {
        throw .unknownEscape(bytes, start..<min(at + 1, end), before: end)
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
