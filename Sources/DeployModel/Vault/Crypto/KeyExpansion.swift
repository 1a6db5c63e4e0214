import COpenSSL

/// HKDF-Expand with SHA-512 (RFC 5869, section 2.3) under one key, of which libcrypto is told once:
/// that takes as long as to expand it.
///
/// Safety: a context keeps its parameters until they are set again, and an `info` takes the place of
/// the one before, so that nothing of one expansion enters the next; but not an empty one, on which
/// libcrypto 3.0.19 crashes. Not for several threads at once. libcrypto wipes its copy of the key
/// when the context is freed.
///
/// Source: <https://docs.openssl.org/3.0/man3/EVP_KDF/>,
/// <https://docs.openssl.org/3.0/man7/EVP_KDF-HKDF/>.
package struct KeyExpansion: ~Copyable {
  /// The length of the key in bytes.
  let keyCount: Int
  private let context: OwnedPointer
  private var salts = SaltStock()

  /// - Parameter key: Uniformly random bytes.
  package init(key: borrowing SecureBytes) throws(CryptographyError) {
    keyCount = key.count
    context = try Self.context(key)
  }

  private static func context(
    _ key: borrowing SecureBytes
  ) throws(CryptographyError) -> OwnedPointer {
    let context = try HKDF.context()
    try key.withBytes { (key) throws(CryptographyError) in
      let parameters: [OSSL_PARAM] = [
        .text("digest", "SHA512"), .text("mode", "EXPAND_ONLY"), .bytes("key", key),
        OSSL_PARAM_construct_end(),
      ]
      try CryptographyError.check(
        EVP_KDF_CTX_set_params(context.pointer, parameters), "EVP_KDF_CTX_set_params")
    }
    return context
  }

  /// A salt that no message under the key has had.
  mutating func newSalt() throws(CryptographyError) -> [UInt8] { try salts.next() }

  /// Makes `count` bytes, 1 to 16,320, that belong to `info`, which is not empty.
  package func bytes(info: [UInt8], count: Int) throws(CryptographyError) -> SecureBytes {
    try HKDF.check(info: info, count: count)
    guard !info.isEmpty else { throw .malformed("no bytes of context, where some are expected") }
    let pointer = context.pointer
    return try SecureBytes(count: count) { (output) throws(CryptographyError) in
      try info.withRawBytes { (info) throws(CryptographyError) in
        let parameters: [OSSL_PARAM] = [.bytes("info", info), OSSL_PARAM_construct_end()]
        try CryptographyError.check(
          EVP_KDF_derive(pointer, output.bytePointer, output.count, parameters),
          "EVP_KDF_derive")
      }
    }
  }
}
