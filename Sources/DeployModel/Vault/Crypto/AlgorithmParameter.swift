import COpenSSL

/// Parameters for libcrypto's algorithms.
///
/// Safety: a parameter keeps the pointers it is made of. Names and texts are static strings, whose
/// zero-terminated bytes live as long as the program; bytes must outlive the call that reads the
/// parameter. Reading is all that is done with them, though the C type has no `const`.
extension OSSL_PARAM {
  static func text(_ name: StaticString, _ value: StaticString) -> OSSL_PARAM {
    OSSL_PARAM_construct_utf8_string(
      characters(name), UnsafeMutablePointer(mutating: characters(value)), 0)
  }

  static func bytes(_ name: StaticString, _ value: UnsafeRawBufferPointer) -> OSSL_PARAM {
    OSSL_PARAM_construct_octet_string(
      characters(name), UnsafeMutableRawPointer(mutating: value.baseAddress), value.count)
  }

  private static func characters(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
