/// Recognizes a signed JSON web token: three parts in base64url, the first two JSON objects.
///
/// Source: RFC 7519, section 3; `eyJ` is the base64 of `{"`.
enum WebToken {
  static func isFound(in bytes: SecretShape.Bytes) -> Bool {
    var start = 0
    while let begin = ByteSearch.first("eyJ", in: bytes[start...]) {
      let header = bytes[begin...].prefix(while: isDigit)
      if isToken(header, in: bytes[begin...]) { return true }
      // Whatever else begins in this run has the same parts after it, and fewer characters.
      start = header.endIndex
    }
    return false
  }

  /// The payload and the signature of the token that begins at an index, or nil.
  static func parts(
    at start: Int, in bytes: SecretShape.Bytes
  ) -> (payload: Slice<SecretShape.Bytes>, signature: Slice<SecretShape.Bytes>)? {
    let header = bytes[start...].prefix(while: isDigit)
    guard header.starts(with: "eyJ".utf8) else { return nil }
    return parts(header, in: bytes[start...])
  }

  private static func isToken(
    _ header: Slice<SecretShape.Bytes>, in bytes: Slice<SecretShape.Bytes>
  ) -> Bool { parts(header, in: bytes) != nil }

  private static func parts(
    _ header: Slice<SecretShape.Bytes>, in bytes: Slice<SecretShape.Bytes>
  ) -> (payload: Slice<SecretShape.Bytes>, signature: Slice<SecretShape.Bytes>)? {
    guard header.count >= 12, follows(header, in: bytes) else { return nil }
    let payload = bytes[header.endIndex...].dropFirst().prefix(while: isDigit)
    guard payload.starts(with: "eyJ".utf8), payload.count >= 12, follows(payload, in: bytes)
    else { return nil }
    let signature = bytes[payload.endIndex...].dropFirst().prefix(while: isDigit)
    guard signature.count >= 20, !StandInSecret.isFound(in: signature) else { return nil }
    return (payload, signature)
  }

  /// True where a part is followed by a dot.
  private static func follows(
    _ part: Slice<SecretShape.Bytes>, in bytes: Slice<SecretShape.Bytes>
  ) -> Bool {
    part.endIndex < bytes.endIndex && bytes[part.endIndex] == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
