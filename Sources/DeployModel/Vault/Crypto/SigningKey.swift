import COpenSSL

/// A private key for Ed25519 signatures (RFC 8032).
package struct SigningKey: ~Copyable, Sendable {
  private let key: LibraryKey

  /// The 32 bytes by which others check the signatures.
  package let publicKey: [UInt8]

  /// The key that a secret of 32 bytes stands for.
  package init(seed: borrowing SecureBytes) throws(CryptographyError) {
    let key = try LibraryKey(.signature, seed: seed)
    publicKey = try key.publicKey()
    self.key = key
  }

  /// The signature, 64 bytes, of a message; the same message always gets the same one.
  package func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let context = try OwnedPointer(
      EVP_MD_CTX_new(), madeBy: "EVP_MD_CTX_new", freedBy: EVP_MD_CTX_free)
    try CryptographyError.check(
      EVP_DigestSignInit(context.pointer, nil, nil, nil, key.pointer), "EVP_DigestSignInit")
    return try [UInt8](count: 64) { (signature) throws(CryptographyError) in
      var count = signature.count
      try CryptographyError.check(
        EVP_DigestSign(context.pointer, signature.bytePointer, &count, message, message.count),
        "EVP_DigestSign")
      try CryptographyError.require(count, is: 64, of: "a signature")
    }
  }
}
