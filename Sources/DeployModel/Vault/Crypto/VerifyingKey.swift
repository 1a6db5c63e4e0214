import COpenSSL

/// A public key that checks Ed25519 signatures (RFC 8032); it can be used any number of times.
package struct VerifyingKey: Sendable {
  /// The key in libcrypto, shared by all copies of a ``VerifyingKey``.
  private final class Storage: Sendable {
    let key: LibraryKey

    init(_ publicKey: [UInt8]) throws(CryptographyError) {
      key = try LibraryKey(.signature, publicKey: publicKey)
    }
  }

  private let storage: Storage

  /// Takes the 32 bytes of a public key.
  ///
  /// - Throws: ``CryptographyError/malformed(_:)`` for another length, and for a point of small
  ///   order, under which everybody could sign.
  package init(_ publicKey: [UInt8]) throws(CryptographyError) {
    guard !SmallOrderPoint.isEncoded(by: publicKey) else {
      throw .malformed("a public key of low order, under which everybody could sign")
    }
    storage = try Storage(publicKey)
  }

  /// Whether the holder of the private key made this signature, of 64 bytes, for this message.
  ///
  /// Whatever keeps a signature from being checked makes it invalid.
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard signature.count == 64, let context = EVP_MD_CTX_new() else { return false }
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    guard EVP_DigestVerifyInit(context, nil, nil, nil, storage.key.pointer) == 1 else {
      return false
    }
    // Anything but 1 is a failure: 0 a signature that does not match, negative any other error.
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
