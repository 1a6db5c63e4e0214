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
    let values = values
    for digit in digits {
      buffer = buffer << 6 | UInt32(values[Int(digit)])
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
    let values = values
    for digit in digits {
      last = values[Int(digit)]
      guard last < 64 else { return nil }
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

  /// What each byte stands for as a digit; 64 if it is none.
  private static let values: [UInt8] = (0...UInt8.max).map { byte in
    alphabet.firstIndex(of: byte).map(UInt8.init(truncatingIfNeeded:)) ?? 64
  }
}
