/// The name of a data key: 20 characters of base32 that anyone who holds the key can recompute.
///
/// It is a hash of bytes derived from the key for this purpose alone, so that it tells nothing of
/// the key, and a key that was exchanged for another is noticed as soon as it is unwrapped.
package struct KeyIdentifier: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package var description: String { text }

  /// A name of exactly the right form: 20 lower-case letters and digits 2 to 7.
  package init?(_ text: String) {
    guard text.utf8.count == SealedText.keyIdentifierLength,
      text.utf8.allSatisfy({ ASCII.isLowercase($0) || 0x32...0x37 ~= $0 })
    else { return nil }
    self.text = text
  }

  /// The name of a key.
  package init(of key: borrowing SecureBytes) throws(CryptographyError) {
    let label = Array("\(FieldBytes.version)/kid".utf8)
    let derived = try HKDF.expand(key, info: label, count: 32)
    let hash = derived.withBytes { SHA256.hash($0) }
    text = String(Base32.encode(hash.bytes).prefix(SealedText.keyIdentifierLength))
  }
}
