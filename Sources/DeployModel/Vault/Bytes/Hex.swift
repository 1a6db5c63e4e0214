/// Bytes as lower-case hexadecimal digits.
enum Hex {
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = bytes.flatMap { [ASCII.hexDigit($0 >> 4), ASCII.hexDigit($0 & 0x0f)] }
    return String(decoding: digits, as: UTF8.self)
  }
}
