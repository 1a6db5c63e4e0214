/// Seals a message of any length piece by piece, as ``Cobblestone`` seals one at once.
///
/// What ``push(_:)-([UInt8])`` and ``finish()`` return is, in order, the sealed message. It holds
/// at most one chunk of 16 KiB back. After an error no further call succeeds.
package struct SealingStream: ~Copyable, Sendable {
  private let keys: CobblestoneKeys
  private var pending = ChunkBuffer(capacity: CobblestoneFormat.chunkCount)
  private var output: [UInt8]
  private var chunks: UInt64 = 0
  private let limit: UInt64
  private var failure: CryptographyError?

  /// A new message under a key of 32 bytes and a context.
  package init(key: borrowing SecureBytes, context: [UInt8]) throws(CryptographyError) {
    try self.init(keys: try CobblestoneKeys(key: key, context: context))
  }

  /// A message under keys that serve nothing else, with fewer chunks allowed for tests.
  init(
    keys: consuming CobblestoneKeys, limit: UInt64 = CobblestoneFormat.maximumChunks
  ) throws(CryptographyError) {
    output = keys.header
    self.keys = keys
    self.limit = limit
  }

  /// Takes the next bytes of the plaintext and returns what is sealed by now, which can be nothing.
  package mutating func push(
    _ plaintext: UnsafeRawBufferPointer
  ) throws(CryptographyError) -> [UInt8] {
    if let failure { throw failure }
    do throws(CryptographyError) {
      var rest = plaintext
      while !rest.isEmpty {
        pending.fill(from: &rest)
        if pending.isFull { try sealChunk() }
      }
    } catch {
      failure = error
      throw error
    }
    defer { output = [] }
    return output
  }

  /// Takes the next bytes of the plaintext and returns what is sealed by now, which can be nothing.
  package mutating func push(_ plaintext: [UInt8]) throws(CryptographyError) -> [UInt8] {
    try plaintext.withRawBytes { (bytes) throws(CryptographyError) in try push(bytes) }
  }

  /// Takes the next bytes of the plaintext and returns what is sealed by now, which can be nothing.
  package mutating func push(_ plaintext: Secret) throws(CryptographyError) -> [UInt8] {
    try plaintext.withBytes { (bytes) throws(CryptographyError) in try push(bytes) }
  }

  /// Ends the message and returns the rest of it, without which it does not open.
  package consuming func finish() throws(CryptographyError) -> [UInt8] {
    if let failure { throw failure }
    try sealChunk()
    return output
  }

  private mutating func sealChunk() throws(CryptographyError) {
    guard chunks < limit else {
      throw .malformed("a message of more than \(limit) chunks cannot be sealed")
    }
    let number = chunks
    let sealed = try pending.withBytes { (chunk) throws(CryptographyError) in
      try [UInt8](count: chunk.count + AES256GCM.tagCount) { (sealed) throws(CryptographyError) in
        try keys.seal(chunk, chunk: number, into: sealed)
      }
    }
    output += sealed
    chunks += 1
    pending.empty()
  }
}
