/// What makes a text look like a real credential: a known form, or randomness.
///
/// Looked for, in this order: a private key, the known prefixes of tokens, a URL with a password,
/// a webhook address that is its own password, and a long run of random characters. Each has a
/// least length, so that `sk_live_...` and other stand-ins for documentation are left alone, as
/// are UUIDs, ULIDs, content digests (`sha256:…`), public keys, and exactly 40 lower-case
/// hexadecimal digits: the form of a git commit, which deployments carry as a plain value.
///
/// It is a guess in both directions: a short password has no shape, and a random identifier
/// looks like a key. Works over the bytes of the text and allocates only where something is found.
///
/// Source: data model, "No credentials stored in plain text", and `example_value`: "Non-sensitive
/// example".
public struct SecretShape: Hashable, Sendable {
  /// What the text looks like, with its article, as in "a Stripe secret key"; never its value.
  public let kind: String

  /// True for forms in which services also give out what is public: ids of keys and of clients,
  /// and signed keys for browsers.
  var mayBeIdentifier: Bool {
    [
      "an AWS access key id", "a temporary AWS access key id", "a Twilio API key",
      "a signed JSON web token (JWT)", "a random key", "a random hexadecimal key",
    ].contains(kind)
  }

  /// No credential known is shorter than this many bytes.
  private static let minimumLength = 10

  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The first shape in a text, or nil where nothing in it looks like a credential.
  public static func find(in text: String) -> SecretShape? {
    guard text.utf8.count >= minimumLength else { return nil }
    return ASCII.withBytes(of: text) { kind(in: $0) }.map(SecretShape.init)
  }

  private static func kind(in bytes: Bytes) -> String? {
    if PrivateKeyText.isFound(in: bytes) { return "a private key" }
    if let token = KnownToken.find(in: bytes) { return token.kind }
    if WebToken.isFound(in: bytes) { return "a signed JSON web token (JWT)" }
    if let kind = CredentialURL.find(in: bytes) { return kind }
    return RandomText.find(in: bytes)
  }
}
