import COpenSSL

/// HKDF with SHA-512 (RFC 5869).
package enum HKDF {
  /// The longest `info`, in bytes.
  ///
  /// The RFC has no such limit, but libcrypto does, and it differs between versions (32 KiB in
  /// recent ones). A limit of our own, below theirs, keeps what one of them wrote readable by all.
  package static let maximumInfoCount = 2_048

  /// Concentrates an input, such as a shared secret, into a key of 64 bytes.
  package static func extract(
    salt: [UInt8], _ input: borrowing SecureBytes
  ) throws(CryptographyError) -> SecureBytes {
    try run(mode: "EXTRACT_ONLY", input, other: "salt", salt, count: 64)
  }

  /// Makes `count` bytes, 1 to 16,320, from a key that is itself uniformly random.
  package static func expand(
    _ key: borrowing SecureBytes, info: [UInt8], count: Int
  ) throws(CryptographyError) -> SecureBytes {
    try check(info: info, count: count)
    return try run(mode: "EXPAND_ONLY", key, other: "info", info, count: count)
  }

  /// Extracts, then expands.
  package static func derive(
    salt: [UInt8], _ input: borrowing SecureBytes, info: [UInt8], count: Int
  ) throws(CryptographyError) -> SecureBytes {
    try expand(try extract(salt: salt, input), info: info, count: count)
  }

  static func check(info: [UInt8], count: Int) throws(CryptographyError) {
    guard 1...255 * 64 ~= count else {
      throw .malformed("\(count) bytes asked of HKDF, where 1 to \(255 * 64) are expected")
    }
    guard info.count <= maximumInfoCount else {
      throw .malformed(
        "\(info.count) bytes of context, where at most \(maximumInfoCount) are expected")
    }
  }

  private static func run(
    mode: StaticString, _ key: borrowing SecureBytes, other name: StaticString, _ other: [UInt8],
    count: Int
  ) throws(CryptographyError) -> SecureBytes {
    let context = try context()
    return try SecureBytes(count: count) { (output) throws(CryptographyError) in
      try key.withBytes { (key) throws(CryptographyError) in
        try other.withRawBytes { (other) throws(CryptographyError) in
          let parameters: [OSSL_PARAM] = [
            .text("digest", "SHA512"), .text("mode", mode), .bytes("key", key),
            .bytes(name, other), OSSL_PARAM_construct_end(),
          ]
          try CryptographyError.check(
            EVP_KDF_derive(context.pointer, output.bytePointer, output.count, parameters),
            "EVP_KDF_derive")
        }
      }
    }
  }

  /// What libcrypto derives with.
  static func context() throws(CryptographyError) -> OwnedPointer {
    try OwnedPointer(
      EVP_KDF_CTX_new(FetchedAlgorithms.hkdf), madeBy: "EVP_KDF_CTX_new", freedBy: EVP_KDF_CTX_free)
  }
}
