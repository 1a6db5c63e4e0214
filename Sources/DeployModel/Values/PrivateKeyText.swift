/// Recognizes a private key in PEM armour, with line breaks or with `\n` in their place.
///
/// Source: RFC 7468, sections 10 and 11; RFC 9580, section 6.2, for OpenPGP.
enum PrivateKeyText {
  /// Fewer bytes of base64 than any key has: less is a sample with its middle left out.
  private static let minimumBody = 60

  static func isFound(in bytes: SecretShape.Bytes) -> Bool {
    var start = 0
    while let begin = ByteSearch.first("-----BEGIN ", in: bytes[start...]) {
      if range(at: begin, in: bytes) != nil { return true }
      start = begin + 11
    }
    return false
  }

  /// The extent of the first line of the key whose armour begins at an index, or nil.
  static func range(at begin: Int, in bytes: SecretShape.Bytes) -> Range<Int>? {
    let label = bytes[begin...].dropFirst(11).prefix(48)
    guard let end = ByteSearch.first("PRIVATE KEY", in: label) else { return nil }
    let body = body(behind: end + 11, in: bytes)
    guard body.count(where: isBase64) >= minimumBody, !StandInSecret.isFound(in: body),
      body.count(where: isForeign) * 8 <= body.count
    else { return nil }
    return begin..<end + 11
  }

  /// What stands between the armour's first line and its last, as far as it matters.
  private static func body(
    behind label: Int, in bytes: SecretShape.Bytes
  ) -> Slice<SecretShape.Bytes> {
    let rest = bytes[label...].prefix(528)
    let start = ByteSearch.first("-----", in: rest).map { $0 + 5 } ?? label
    let body = bytes[start...].prefix(512)
    guard let end = ByteSearch.first("-----", in: body) else { return body }
    return bytes[start..<end]
  }

  /// Neither of a key nor of the breaks and headers between its lines.
  private static func isForeign(_ byte: UInt8) -> Bool {
    !isBase64(byte) && !ASCII.isSpace(byte) && !"=\\\"'+,:-".utf8.contains(byte)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
