/// What one Cobblestone-256 message is sealed with: key, base nonce and commitment.
///
/// They are derived from the input key, a random salt and the context, and serve one message only,
/// so no key meets a nonce twice. The commitment ties a message to its key and context: GCM alone
/// would let one ciphertext open under two keys.
struct CobblestoneKeys: ~Copyable, Sendable {
  private static let label = [UInt8]("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM".utf8) + [0]

  private let material: SecureBytes

  /// The salt and the commitment, with which the message starts.
  let header: [UInt8]

  /// Keys for a new message.
  init(key: borrowing SecureBytes, context: [UInt8]) throws(CryptographyError) {
    var key = try KeyExpansion(key: key)
    try self.init(expanding: &key, context: context)
  }

  /// Keys for a new message.
  init(expanding key: inout KeyExpansion, context: [UInt8]) throws(CryptographyError) {
    let salt = try key.newSalt()
    try self.init(expanding: key, salt: salt, context: context)
  }

  /// The keys of the message that starts with a header.
  ///
  /// - Throws: ``CryptographyError/notAuthentic`` if the header commits to another key, context or
  ///   salt.
  static func opening(
    _ key: borrowing KeyExpansion, header: [UInt8], context: [UInt8]
  ) throws(CryptographyError) -> CobblestoneKeys {
    try CryptographyError.require(
      header.count, is: CobblestoneFormat.headerCount, of: "the header")
    let salt = [UInt8](header[..<CobblestoneFormat.saltCount])
    let keys = try CobblestoneKeys(expanding: key, salt: salt, context: context)
    guard ConstantTime.equal(keys.header, header) else { throw .notAuthentic }
    return keys
  }

  /// The keys that a salt leads to; a salt must not serve two messages.
  init(
    expanding key: borrowing KeyExpansion, salt: [UInt8], context: [UInt8]
  ) throws(CryptographyError) {
    try CryptographyError.require(key.keyCount, is: AES256GCM.keyCount, of: "the key")
    try CryptographyError.require(salt.count, is: CobblestoneFormat.saltCount, of: "the salt")
    let material = try key.bytes(
      info: Self.label + salt + context,
      count: AES256GCM.keyCount + AES256GCM.nonceCount + CobblestoneFormat.commitmentCount)
    header = salt + material.withBytes { [UInt8]($0.suffix(CobblestoneFormat.commitmentCount)) }
    self.material = material
  }

  /// Seals one chunk.
  func seal(
    _ plaintext: UnsafeRawBufferPointer, chunk: UInt64, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    try withKey(chunk: chunk) { (key, nonce) throws(CryptographyError) in
      try AES256GCM.seal(plaintext, key: key, nonce: nonce, additional: .empty, into: output)
    }
  }

  /// Opens one chunk.
  func open(
    _ sealed: UnsafeRawBufferPointer, chunk: UInt64, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    try withKey(chunk: chunk) { (key, nonce) throws(CryptographyError) in
      try AES256GCM.open(sealed, key: key, nonce: nonce, additional: .empty, into: output)
    }
  }

  /// The nonce is the base nonce with the chunk's number, big-endian, added by XOR at its end.
  private func withKey(
    chunk: UInt64,
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(CryptographyError) -> Void
  ) throws(CryptographyError) {
    guard chunk < CobblestoneFormat.maximumChunks else {
      throw .malformed("a message of more than \(CobblestoneFormat.maximumChunks) chunks")
    }
    try material.withBytes { (bytes) throws(CryptographyError) in
      let key = UnsafeRawBufferPointer(rebasing: bytes[..<AES256GCM.keyCount])
      var nonce = [UInt8](bytes[AES256GCM.keyCount...].prefix(AES256GCM.nonceCount))
      for place in 0..<8 {
        nonce[nonce.count - 1 - place] ^= UInt8(truncatingIfNeeded: chunk >> UInt64(place * 8))
      }
      try nonce.withRawBytes { (nonce) throws(CryptographyError) in try body(key, nonce) }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// No bytes.
  fileprivate static var empty: UnsafeRawBufferPointer { .init(start: nil, count: 0) }
}
