/// Raw memory as C takes it.
///
/// Safety of the assumed type: libcrypto reads and writes `unsigned char`, which may look at any
/// memory, and Swift's `UInt8` is trivial, so memory of any content is memory of bytes.
extension UnsafeRawBufferPointer {
  var bytePointer: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

extension UnsafeMutableRawBufferPointer {
  var bytePointer: UnsafeMutablePointer<UInt8>? {
    baseAddress?.assumingMemoryBound(to: UInt8.self)
  }
}

extension [UInt8] {
  /// Lends the bytes as raw memory, with the errors of the body typed.
  func withRawBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try withUnsafeBufferPointer { (buffer) throws(E) in try body(UnsafeRawBufferPointer(buffer)) }
  }

  /// Makes bytes by filling memory that starts as zeros.
  init(
    count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(CryptographyError) -> Void
  ) throws(CryptographyError) {
    self.init(repeating: 0, count: count)
    try withUnsafeMutableBufferPointer { (buffer) throws(CryptographyError) in
      try fill(UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
