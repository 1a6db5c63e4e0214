import COpenSSL

/// Key bytes: they stand in one place on the heap and are overwritten when their owner goes.
///
/// The type cannot be copied, so no copy is made by accident; ``copy()`` makes one in plain sight.
/// What this cannot promise: the pages may be swapped out, and a callee may have spilled bytes to
/// its stack.
package struct SecureBytes: ~Copyable, Sendable {
  /// Safety of `nonisolated(unsafe)`: this value alone owns the memory, it cannot be copied, and
  /// writing to it takes exclusive access (`mutating`), which the compiler enforces.
  nonisolated(unsafe) private let buffer: UnsafeMutableRawBufferPointer

  /// Makes bytes by filling memory that starts as zeros.
  ///
  /// - Throws: What `fill` throws; the memory is wiped then too.
  package init(
    count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(CryptographyError) -> Void
  ) throws(CryptographyError) {
    let buffer = Self.zeros(count)
    do throws(CryptographyError) {
      try fill(buffer)
    } catch {
      Self.wipe(buffer)
      throw error
    }
    self.buffer = buffer
  }

  /// Copies bytes; the original is the caller's to wipe.
  package init(copying bytes: some Collection<UInt8>) {
    buffer = Self.zeros(bytes.count)
    buffer.copyBytes(from: bytes)
  }

  /// Bytes from libcrypto's generator for private values.
  package static func random(count: Int) throws(CryptographyError) -> SecureBytes {
    try SecureBytes(count: count) { (buffer) throws(CryptographyError) in
      let count = try CryptographyError.count(buffer.count)
      try CryptographyError.check(RAND_priv_bytes(buffer.bytePointer, count), "RAND_priv_bytes")
    }
  }

  /// How many bytes there are, which is not a secret.
  package var count: Int { buffer.count }

  /// Lends the bytes; the pointer must not outlive the call.
  package func withBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try body(UnsafeRawBufferPointer(buffer))
  }

  /// Lends the bytes for writing; the pointer must not outlive the call.
  mutating func withMutableBytes<R, E: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try body(buffer)
  }

  /// A second owner with bytes of its own.
  package borrowing func copy() -> SecureBytes { SecureBytes(copying: buffer) }

  deinit { Self.wipe(buffer) }

  private static func zeros(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    return buffer
  }

  private static func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    OPENSSL_cleanse(buffer.baseAddress, buffer.count)
    buffer.deallocate()
  }
}
