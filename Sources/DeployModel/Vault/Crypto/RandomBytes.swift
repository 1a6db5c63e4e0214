import COpenSSL

/// Random bytes that are published, such as salts; for keys see ``SecureBytes/random(count:)``.
package enum RandomBytes {
  /// Bytes from libcrypto's generator for public values.
  package static func bytes(count: Int) throws(CryptographyError) -> [UInt8] {
    try [UInt8](count: count) { (buffer) throws(CryptographyError) in
      let count = try CryptographyError.count(buffer.count)
      try CryptographyError.check(RAND_bytes(buffer.bytePointer, count), "RAND_bytes")
    }
  }
}
