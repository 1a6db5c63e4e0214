import COpenSSL

/// Comparison in a time that does not depend on where two values first differ.
package enum ConstantTime {
  /// Whether two arrays hold the same bytes; their lengths are not secret and may differ openly.
  package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withRawBytes { left in right.withRawBytes { right in equal(left, right) } }
  }

  static func equal(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return CRYPTO_memcmp(first, second, left.count) == 0
  }
}
