/// Classes of ASCII bytes, for parsers that work over the UTF-8 bytes of a text.
package enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// True for the bytes of visible characters, `!` to `~`.
  static func isVisible(_ byte: UInt8) -> Bool { byte &- 0x21 < 94 }

  static func lowercased(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }

  static func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

  /// The value of a hexadecimal digit of either case.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  /// The lower-case hexadecimal digit of a value from 0 to 15.
  static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + (value & 0x0f) - 10
  }

  /// The two hexadecimal digits of a byte.
  static func hexDigits(_ byte: UInt8, isUppercase: Bool) -> [UInt8] {
    [byte >> 4, byte & 0x0f].map { half in
      let digit = hexDigit(half)
      return isUppercase && isLowercase(digit) ? digit & 0xdf : digit
    }
  }

  /// The number written by `count` digits at `start`, or nil where another byte stands there.
  static func number(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, count: Int
  ) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var number = 0
    for index in start..<start + count {
      guard isDigit(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] &- 0x30)
    }
    return number
  }

  /// Gives `body` the UTF-8 bytes of a text, without copying a text that is held as UTF-8.
  static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  /// The text without white space at either end.
  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}
