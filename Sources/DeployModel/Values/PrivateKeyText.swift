/// Recognizes a private key in PEM armour, with line breaks or with `\n` in their place.
///
/// Source: RFC 7468, sections 10 and 11; RFC 9580, section 6.2, for OpenPGP.
enum PrivateKeyText {
  /// Fewer bytes of base64 than any key has: less is a sample with its middle left out.
  private static let minimumBody = 60

  static func isFound(in bytes: SecretShape.Bytes) -> Bool {
    var start = 0
    while let begin = ByteSearch.first("-----BEGIN ", in: bytes[start...]) {
      let label = bytes[begin...].dropFirst(11).prefix(48)
      if let end = ByteSearch.first("PRIVATE KEY", in: label) {
        let body = bytes[end...].dropFirst(11).prefix(512)
        if body.count(where: isBase64) >= minimumBody, !StandInSecret.isFound(in: body) {
          return true
        }
      }
      start = begin + 11
    }
    return false
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
