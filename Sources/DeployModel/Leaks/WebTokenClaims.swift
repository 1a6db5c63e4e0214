/// What a JSON web token says of itself.
///
/// Source: RFC 7519, section 4; https://supabase.com/docs/guides/api/api-keys for `role`.
struct WebTokenClaims {
  private let text: String

  /// - Parameter payload: The token's second part, in base64url.
  init(_ payload: Slice<SecretShape.Bytes>) {
    text = String(decoding: Base64URL.decode(payload) ?? [], as: UTF8.self)
  }

  /// What the token is, with its article; nil for one that is public or printed in documentation.
  ///
  /// Keys of Supabase for browsers have the role `anon`, and every local installation has the same
  /// keys, issued by `supabase-demo`.
  var kind: String? {
    let isPublic = ["anon", "publishable"].contains { has("role", $0) }
    if isPublic || has("iss", "supabase-demo") || isSample { return nil }
    return has("role", "service_role")
      ? "a Supabase service role key" : "a signed JSON web token (JWT)"
  }

  /// The subjects of https://www.jwt.io and of RFC 7519, section 3.1.
  private var isSample: Bool { has("name", "John Doe") || has("iss", "joe") }

  private func has(_ claim: String, _ value: String) -> Bool {
    text.contains("\"\(claim)\":\"\(value)\"") || text.contains("\"\(claim)\": \"\(value)\"")
  }
}
