/// Base64 with the URL-safe alphabet and without padding, in its one canonical form.
///
/// Source: RFC 4648, section 5; section 3.5 for the unused bits of the last digit, which must be
/// zero here, so that one payload has one text.
package enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: digits(of: bytes), as: UTF8.self)
  }

  /// The text as bytes, which can be wiped where they are secret; a `String` cannot.
  static func digits(of bytes: some Sequence<UInt8>) -> [UInt8] {
    BitGroups.digits(of: bytes, width: 6, alphabet)
  }

  /// The bytes that a canonical text stands for, or nil for any other text.
  static func decode(_ digits: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    guard let count = decodedCount(of: digits) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var buffer: UInt32 = 0
    var bits = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return bytes
  }

  /// How many bytes a canonical text stands for, without decoding it; nil for any other text.
  static func decodedCount(of digits: some BidirectionalCollection<UInt8>) -> Int? {
    var count = 0
    var last: UInt8 = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      last = value
      count += 1
    }
    let unused: UInt8
    switch count % 4 {
    case 0: unused = 0
    case 2: unused = 0x0f
    case 3: unused = 0x03
    default: return nil
    }
    return last & unused == 0 ? count * 3 / 4 : nil
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x41...0x5a: digit - 0x41
    case 0x61...0x7a: digit - 0x61 + 26
    case 0x30...0x39: digit - 0x30 + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
