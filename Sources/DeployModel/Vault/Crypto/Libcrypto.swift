import COpenSSL

/// The libcrypto that the program runs with, which need not be the one it was built with.
package enum Libcrypto {
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
