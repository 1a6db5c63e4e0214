/// Recognizes URLs that are secret: those with a password, and webhooks that need none.
///
/// Source: RFC 3986, section 3.2.1.
enum CredentialURL {
  typealias Slice = Swift.Slice<SecretShape.Bytes>

  /// What the first such URL is, or nil.
  static func find(in bytes: SecretShape.Bytes) -> String? {
    var start = 0
    while let mark = ByteSearch.first("://", in: bytes[start...]) {
      if authorityWithPassword(at: mark, in: bytes) != nil { return "a URL with a password" }
      if isWebhook(bytes[(mark + 3)...]) { return "a Slack webhook address" }
      start = mark + 3
    }
    return nil
  }

  /// The authority of the URL whose `://` stands at an index, if it has a password in it.
  static func authorityWithPassword(at mark: Int, in bytes: SecretShape.Bytes) -> Slice? {
    guard mark > 0, ASCII.isAlphanumeric(bytes[mark - 1]) else { return nil }
    let authority = bytes[(mark + 3)...].prefix(while: isAuthority)
    return hasPassword(authority) ? authority : nil
  }

  /// A password that is the user's name keeps no one out, and is what local databases are given.
  private static func hasPassword(_ authority: Slice) -> Bool {
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let user = authority[..<colon]
    let password = authority[(colon + 1)..<at]
    return !password.elementsEqual(user) && !StandInSecret.isPassword(password)
  }

  private static func isWebhook(_ rest: Slice) -> Bool {
    guard rest.starts(with: "hooks.slack.com/services/".utf8) else { return false }
    let path = rest.dropFirst("hooks.slack.com/services/".utf8.count)
    let digits = path.prefix { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "/") }
    let key = digits.reversed().prefix { $0 != UInt8(ascii: "/") }
    return key.count >= 20 && !StandInSecret.isFound(in: digits)
  }

  private static func isAuthority(_ byte: UInt8) -> Bool {
    ASCII.isVisible(byte) && !"/?#\"'`".utf8.contains(byte) || byte >= 0x80
  }
}
