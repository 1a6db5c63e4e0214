/// Bytes as lower-case hexadecimal digits.
enum Hex {
  /// Whether a text is exactly so many lower-case digits.
  static func isText(_ text: some Collection<UInt8>, ofCount count: Int) -> Bool {
    text.count == count && text.allSatisfy { ASCII.isDigit($0) || 0x61...0x66 ~= $0 }
  }

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = bytes.flatMap { [ASCII.hexDigit($0 >> 4), ASCII.hexDigit($0 & 0x0f)] }
    return String(decoding: digits, as: UTF8.self)
  }

  // MARK: Numbers of 64 bits

  static let digitsInWord = 16

  /// The number that 16 lower-case digits stand for; `nil` where another byte stands.
  static func word(in digits: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt64? {
    var word: UInt64 = 0
    for digit in digits[start..<start + digitsInWord] {
      guard let value = ASCII.hexValue(digit), !ASCII.isUppercase(digit) else { return nil }
      word = word << 4 | UInt64(value)
    }
    return word
  }

  /// Writes a number as 16 digits.
  static func write(_ word: UInt64, to digits: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    for place in 0..<digitsInWord {
      // The highest four bits first.
      let shift = UInt64(60 - place * 4)
      digits[start + place] = ASCII.hexDigit(UInt8(truncatingIfNeeded: word >> shift & 15))
    }
  }
}
