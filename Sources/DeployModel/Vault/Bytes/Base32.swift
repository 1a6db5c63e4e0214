/// Base32 in lower case without padding.
///
/// Source: RFC 4648, section 6.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        digits.append(alphabet[Int(buffer >> UInt32(bits) & 0x1f)])
      }
    }
    if bits > 0 { digits.append(alphabet[Int(buffer << UInt32(5 - bits) & 0x1f)]) }
    return String(decoding: digits, as: UTF8.self)
  }
}
