/// The checksum of GitHub's classic tokens: CRC-32 over the characters before it, as six digits
/// of base 62 with zeros in front.
///
/// Source: https://github.blog/engineering/platform-security/ (token formats, 2021-04-05); CRC-32
/// as in ISO 3309.
enum TokenChecksum {
  private static let length = 6

  private static let digits = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Whether the last characters of a body, its prefix left out, are the checksum of the others.
  static func fits(_ body: Slice<SecretShape.Bytes>) -> Bool {
    guard body.count > length else { return false }
    return text(for: body.dropLast(length)).elementsEqual(body.suffix(length))
  }

  /// The six digits for some characters.
  static func text(for payload: some Sequence<UInt8>) -> [UInt8] {
    var rest = Int(cyclicRedundancyCheck(payload))
    var text: [UInt8] = []
    for _ in 0..<length {
      text.append(digits[rest % digits.count])
      rest /= digits.count
    }
    return text.reversed()
  }

  private static func cyclicRedundancyCheck(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var check = UInt32.max
    for byte in bytes {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
    }
    return ~check
  }
}
