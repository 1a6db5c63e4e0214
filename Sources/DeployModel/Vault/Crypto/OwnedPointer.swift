/// An object of libcrypto that is freed exactly once, when its only owner goes.
struct OwnedPointer: ~Copyable {
  /// Valid as long as this value: a callee may use it during a call but not keep it.
  let pointer: OpaquePointer
  private let free: (OpaquePointer) -> Void

  /// Takes over what a call of libcrypto returned.
  ///
  /// - Throws: ``CryptographyError/library(_:)`` if the call returned nothing.
  init(
    _ pointer: OpaquePointer?, madeBy call: StaticString,
    freedBy free: @escaping (OpaquePointer) -> Void
  ) throws(CryptographyError) {
    guard let pointer else { throw .failure(of: call) }
    self.pointer = pointer
    self.free = free
  }

  deinit { free(pointer) }
}
