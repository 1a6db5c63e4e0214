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
}
