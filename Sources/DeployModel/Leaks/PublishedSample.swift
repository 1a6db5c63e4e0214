/// Tokens that their issuers print in documentation, where they open nothing.
///
/// Kept as hashes, so that no scanner stops at this file.
enum PublishedSample {
  /// SHA-256 of each.
  private static let hashes = Set([
    // Stripe's documentation: https://docs.stripe.com/keys
    "2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326",
    "f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397",
    "7e8de44ea9ecf6d53415c90f5b249a8591f7abafbf7d65a2c0d855afeca3ec09",
    "2d1f7723aabc5c7a51fcdc2463c99b5f3fdbc57cf3134db4ac12913c35976e6f",
    // An expired token in a description of GitHub's checksums.
    "976b57ee8acdfcf45f76bcc5e329a23655bd0e1e7eeffd8ec98bab6ca6cdd660",
    // https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite
    "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
  ])

  static func contains(_ bytes: Slice<SecretShape.Bytes>) -> Bool {
    hashes.contains(SHA256.hash(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))).hex)
  }
}
