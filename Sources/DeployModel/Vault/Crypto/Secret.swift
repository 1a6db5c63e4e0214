import COpenSSL

/// A plaintext: nothing that describes it shows it, and it is wiped when its last copy goes.
///
/// Copies share one storage. There is deliberately no `Encodable` or `Hashable` conformance. Swift
/// cannot promise more: a `String` made from it, see ``text()``, lives on by itself.
package struct Secret: Sendable {
  private let storage: SecretStorage

  /// Copies bytes; the original is the caller's to wipe.
  package init(_ bytes: some Collection<UInt8>) { self.init(SecureBytes(copying: bytes)) }

  /// Copies bytes, then overwrites the original and leaves it empty.
  ///
  /// An array that shares its memory with another is separated from it first, and the other one
  /// keeps the bytes.
  package init(wiping bytes: inout [UInt8]) {
    self.init(SecureBytes(copying: bytes))
    bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    bytes = []
  }

  /// The UTF-8 bytes of a text, which itself cannot be wiped.
  package init(_ text: String) { self.init(SecureBytes(copying: text.utf8)) }

  /// Takes over bytes without a copy.
  init(_ bytes: consuming SecureBytes) { storage = SecretStorage(bytes) }

  /// How many bytes there are, which is not kept secret.
  package var count: Int { storage.bytes.count }

  /// Whether there are no bytes.
  package var isEmpty: Bool { count == 0 }

  /// Lends the bytes; the pointer must not outlive the call.
  package func withBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try storage.bytes.withBytes(body)
  }

  /// The bytes as a text, or `nil` if they are not UTF-8.
  ///
  /// A `String` cannot be wiped: make one only where the value leaves the program anyway.
  package func text() -> String? { withBytes { String(validating: $0, as: UTF8.self) } }
}

extension Secret: Equatable {
  /// Whether the bytes are the same, in a time that depends on nothing but the lengths.
  package static func == (left: Secret, right: Secret) -> Bool {
    left.withBytes { left in right.withBytes { right in ConstantTime.equal(left, right) } }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<redacted>" }
  package var debugDescription: String { "<redacted>" }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
