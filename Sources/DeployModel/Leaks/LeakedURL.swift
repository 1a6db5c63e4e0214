/// Recognizes URLs with a password that opens something.
enum LeakedURL {
  private typealias Slice = Swift.Slice<SecretShape.Bytes>

  /// Hosts that only whoever sits at the machine reaches, or that belong to nobody (RFC 2606).
  private static let harmlessHosts = [
    "localhost", "127.0.0.1", "0.0.0.0", "[::1]", "host.docker.internal", "example.com",
    "example.org", "example.net", "sha256",
  ]

  private static let longestScheme = 32

  /// The extent of the URL whose `://` stands at an index, to the end of its authority; or nil.
  static func range(at mark: Int, in bytes: SecretShape.Bytes) -> Range<Int>? {
    guard mark > 0, let authority = CredentialURL.authorityWithPassword(at: mark, in: bytes),
      let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let host = authority[(at + 1)...].prefix { $0 != UInt8(ascii: ":") }
    guard at - colon > 3, !isHarmless(host), !isTemplate(authority[..<at]) else { return nil }
    let scheme = bytes[..<mark].suffix(longestScheme).reversed().prefix { byte in
      ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
    return mark - scheme.count..<authority.endIndex
  }

  private static func isHarmless(_ host: Slice) -> Bool {
    if host.isEmpty { return true }
    let name = String(decoding: host.prefix(64), as: UTF8.self).lowercased()
    return harmlessHosts.contains { name == $0 || name.hasSuffix(".\($0)") }
  }

  /// `%s`, `{name}`, `${NAME}`, `$(name)`, `<name>` inside a user name or a password.
  private static func isTemplate(_ user: Slice) -> Bool {
    let marks: [StaticString] = ["%s", "%v", "%d", "${", "$(", "{", "<", "\\"]
    return marks.contains { ByteSearch.first($0, in: user) != nil }
  }
}
