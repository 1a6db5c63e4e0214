import COpenSSL

/// A key of Curve25519 inside libcrypto, which wipes private parts when it is freed.
struct LibraryKey: ~Copyable, Sendable {
  /// The two uses of the curve.
  enum Kind: Sendable {
    case agreement, signature

    var number: Int32 { self == .agreement ? EVP_PKEY_X25519 : EVP_PKEY_ED25519 }
  }

  /// Valid as long as this value.
  ///
  /// Safety of `nonisolated(unsafe)`: the key is complete once made, nothing here changes it, and
  /// libcrypto takes its own lock around what it caches inside a key, so threads can share it.
  nonisolated(unsafe) let pointer: OpaquePointer

  /// The key that 32 secret bytes stand for.
  init(_ kind: Kind, seed: borrowing SecureBytes) throws(CryptographyError) {
    try CryptographyError.require(seed.count, is: 32, of: "a seed")
    let pointer = seed.withBytes {
      EVP_PKEY_new_raw_private_key(kind.number, nil, $0.bytePointer, $0.count)
    }
    guard let pointer else { throw .failure(of: "EVP_PKEY_new_raw_private_key") }
    self.pointer = pointer
  }

  /// The public key of 32 bytes.
  init(_ kind: Kind, publicKey: [UInt8]) throws(CryptographyError) {
    try CryptographyError.require(publicKey.count, is: 32, of: "a public key")
    let pointer = EVP_PKEY_new_raw_public_key(kind.number, nil, publicKey, publicKey.count)
    guard let pointer else { throw .failure(of: "EVP_PKEY_new_raw_public_key") }
    self.pointer = pointer
  }

  deinit { EVP_PKEY_free(pointer) }

  /// The 32 bytes of the public half.
  func publicKey() throws(CryptographyError) -> [UInt8] {
    try [UInt8](count: 32) { (buffer) throws(CryptographyError) in
      var count = buffer.count
      try CryptographyError.check(
        EVP_PKEY_get_raw_public_key(pointer, buffer.bytePointer, &count),
        "EVP_PKEY_get_raw_public_key")
      try CryptographyError.require(count, is: 32, of: "a public key")
    }
  }
}
