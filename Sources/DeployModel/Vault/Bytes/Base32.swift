/// Base32 in lower case without padding.
///
/// Source: RFC 4648, section 6.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: BitGroups.digits(of: bytes, width: 5, alphabet), as: UTF8.self)
  }
}
