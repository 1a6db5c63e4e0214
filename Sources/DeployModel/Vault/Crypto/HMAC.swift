import COpenSSL

/// HMAC (RFC 2104).
package enum HMAC {
  /// The HMAC-SHA256 of a message, in full; compare it with ``ConstantTime``.
  package static func sha256(
    key: borrowing SecureBytes, _ message: [UInt8]
  ) throws(CryptographyError) -> Hash256 {
    try key.withBytes { (key) throws(CryptographyError) in
      try message.withRawBytes { (message) throws(CryptographyError) in
        try sha256(key: key, message)
      }
    }
  }

  private static func sha256(
    key: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer
  ) throws(CryptographyError) -> Hash256 {
    let tag = try [UInt8](count: 32) { (tag) throws(CryptographyError) in
      var count = 0
      let result = EVP_Q_mac(
        nil, "HMAC", nil, "SHA256", nil, key.baseAddress, key.count, message.bytePointer,
        message.count, tag.bytePointer, tag.count, &count)
      guard result != nil, count == 32 else { throw .failure(of: "EVP_Q_mac") }
    }
    return tag.withRawBytes { Hash256($0) }
  }
}
