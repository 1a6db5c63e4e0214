/// The points of edwards25519 that a multiplication by 8 makes the neutral element.
///
/// As a public key such a point is worthless: a signature that everybody can write is valid under
/// it for any message, or for one in eight. No private key leads to it, so a key file that has
/// one was made to deceive; RFC 8032 and libcrypto leave it to the application to say no.
enum SmallOrderPoint {
  /// The y coordinates with their multiples below 2^255: 0, 1 and -1, then the two of order 8, then
  /// 0 and 1 with the field's prime 2^255 - 19 added, which is another way to write them.
  private static let encodings: [[UInt8]] = [
    plain(0x00, 0x00, 0x00), plain(0x01, 0x00, 0x00), plain(0xec, 0xff, 0x7f),
    [
      0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
      0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
      0xfc, 0x05,
    ],
    [
      0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
      0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
      0x03, 0x7a,
    ],
    plain(0xed, 0xff, 0x7f), plain(0xee, 0xff, 0x7f),
  ]

  /// Whether 32 bytes encode one of the points, with either sign of x.
  static func isEncoded(by bytes: [UInt8]) -> Bool {
    guard let last = bytes.last else { return false }
    return encodings.contains(bytes.dropLast() + [last & 0x7f])
  }

  private static func plain(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> [UInt8] {
    [first] + Array(repeating: middle, count: 30) + [last]
  }
}
