import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
  /// The digest of some bytes.
  package static func hash(_ bytes: [UInt8]) -> Hash256 { bytes.withRawBytes { hash($0) } }

  /// The digest of some bytes.
  ///
  /// It cannot fail on any input: only a libcrypto without SHA-256, or no memory, makes it trap.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> Hash256 {
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
      var count: UInt32 = 0
      let result = EVP_Digest(
        bytes.baseAddress, bytes.count, digest.bytePointer, &count, FetchedAlgorithms.sha256, nil)
      precondition(result == 1 && count == 32, "libcrypto is broken: it cannot compute SHA-256")
      return Hash256(UnsafeRawBufferPointer(digest))
    }
  }
}
