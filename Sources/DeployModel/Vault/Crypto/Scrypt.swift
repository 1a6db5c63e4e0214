import COpenSSL

/// Keys from passphrases by scrypt (RFC 7914), which makes each guess cost memory and time.
package enum Scrypt {
  /// Derives a key.
  ///
  /// - Throws: ``CryptographyError/malformed(_:)``, before any work, for parameters that
  ///   ``ScryptParameters/check()`` refuses.
  package static func key(
    passphrase: Secret, salt: [UInt8], _ parameters: ScryptParameters, count: Int = 32
  ) throws(CryptographyError) -> SecureBytes {
    try parameters.check()
    return try uncheckedKey(passphrase: passphrase, salt: salt, parameters, count: count)
  }

  /// Derives a key with any parameters, as the RFC's test vectors need; `logN` must be below 32.
  static func uncheckedKey(
    passphrase: Secret, salt: [UInt8], _ parameters: ScryptParameters, count: Int,
    memoryLimit: UInt64? = nil
  ) throws(CryptographyError) -> SecureBytes {
    try SecureBytes(count: count) { (key) throws(CryptographyError) in
      try passphrase.withBytes { (passphrase) throws(CryptographyError) in
        try salt.withRawBytes { (salt) throws(CryptographyError) in
          let result = EVP_PBE_scrypt(
            passphrase.baseAddress?.assumingMemoryBound(to: CChar.self), passphrase.count,
            salt.bytePointer, salt.count, UInt64(1) << UInt64(parameters.logN),
            UInt64(parameters.r), UInt64(parameters.p),
            memoryLimit ?? parameters.memoryLimit,
            key.bytePointer, key.count)
          try CryptographyError.check(result, "EVP_PBE_scrypt")
        }
      }
    }
  }
}
