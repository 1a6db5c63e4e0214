import COpenSSL

/// A private key for agreeing on a shared secret by X25519 (RFC 7748).
package struct AgreementKey: ~Copyable, Sendable {
  private let key: LibraryKey

  /// The 32 bytes that the other party needs.
  package let publicKey: [UInt8]

  /// The key that a secret of 32 bytes stands for.
  package init(seed: borrowing SecureBytes) throws(CryptographyError) {
    let key = try LibraryKey(.agreement, seed: seed)
    publicKey = try key.publicKey()
    self.key = key
  }

  /// A new random key, for one use.
  package static func ephemeral() throws(CryptographyError) -> AgreementKey {
    try AgreementKey(seed: try SecureBytes.random(count: 32))
  }

  /// The secret, 32 bytes, that the holder of `peer` also arrives at: hash it before use.
  ///
  /// A peer's key of low order would make the secret all zeros whatever this key is, so anybody
  /// would know it (RFC 7748, Section 6.1): it is refused.
  package func sharedSecret(with peer: [UInt8]) throws(CryptographyError) -> SecureBytes {
    let peer = try LibraryKey(.agreement, publicKey: peer)
    let context = try OwnedPointer(
      EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil), madeBy: "EVP_PKEY_CTX_new_from_pkey",
      freedBy: EVP_PKEY_CTX_free)
    try CryptographyError.check(EVP_PKEY_derive_init(context.pointer), "EVP_PKEY_derive_init")
    try CryptographyError.check(
      EVP_PKEY_derive_set_peer(context.pointer, peer.pointer), "EVP_PKEY_derive_set_peer")
    return try SecureBytes(count: 32) { (secret) throws(CryptographyError) in
      var count = secret.count
      let result = EVP_PKEY_derive(context.pointer, secret.bytePointer, &count)
      // libcrypto fails on zeros by itself, but its documentation does not promise it.
      let isZero = secret.reduce(0, |) == 0
      if isZero {
        ERR_clear_error()
        throw .malformed("a public key of low order, which gives no secret")
      }
      try CryptographyError.check(result, "EVP_PKEY_derive")
      try CryptographyError.require(count, is: 32, of: "a shared secret")
    }
  }
}
