import COpenSSL

/// The libcrypto that the program runs with, which need not be the one it was built with.
package enum Libcrypto {
  /// Readies the library for a program that is its only user.
  ///
  /// It leaves out the names by which older interfaces find ciphers and digests, of which nothing
  /// here makes use, and what the library would tidy up at the end, where the process goes anyway.
  /// Without a call, before any other use of the library, all is the same and takes longer.
  ///
  /// Source: https://docs.openssl.org/3.0/man3/OPENSSL_init_crypto/
  package static func start() {
    let options =
      OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS | OPENSSL_INIT_NO_ATEXIT
    OPENSSL_init_crypto(UInt64(options), nil)
  }

  /// The version in use, such as `3.0.19`.
  package static var version: String {
    guard let text = OpenSSL_version(OPENSSL_VERSION_STRING) else { return "unknown" }
    return String(cString: text)
  }

  /// Whether the version in use is new enough: 3.0 or later.
  package static var isSupported: Bool { isSupported(OpenSSL_version_num()) }

  /// The number is 0xMNN00PP0L: its four high bits are the major version.
  static func isSupported(_ number: UInt) -> Bool { number >> 28 >= 3 }
}
