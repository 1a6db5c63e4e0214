/// Opens a sealed message of any length piece by piece, as ``Cobblestone`` opens one at once.
///
/// What ``push(_:)-([UInt8])`` returns is authentic: the beginning of the message, in whole chunks.
/// Whether it is the whole message only ``finish()`` tells. After an error no further call
/// succeeds.
package struct OpeningStream: ~Copyable, Sendable {
  private let key: SecureBytes
  private let context: [UInt8]
  private let limit: UInt64
  private var header: [UInt8] = []
  private var keys: CobblestoneKeys?
  private var pending = ChunkBuffer(capacity: CobblestoneFormat.sealedChunkCount)
  private var chunks: UInt64 = 0
  private var failure: CryptographyError?

  /// A message sealed under a key of 32 bytes and a context.
  package init(key: borrowing SecureBytes, context: [UInt8]) throws(CryptographyError) {
    try self.init(key: key, context: context, limit: CobblestoneFormat.maximumChunks)
  }

  /// A message with fewer chunks allowed, for tests.
  init(
    key: borrowing SecureBytes, context: [UInt8], limit: UInt64
  ) throws(CryptographyError) {
    try CryptographyError.require(key.count, is: AES256GCM.keyCount, of: "the key")
    self.key = key.copy()
    self.context = context
    self.limit = limit
  }

  /// Takes the next bytes of the sealed message and returns what is opened by now.
  ///
  /// - Throws: As ``Cobblestone/open(_:key:context:)``; nothing of the failing call is returned.
  package mutating func push(_ sealed: [UInt8]) throws(CryptographyError) -> Secret {
    if let failure { throw failure }
    do throws(CryptographyError) {
      return try sealed.withRawBytes { (bytes) throws(CryptographyError) in try opened(bytes) }
    } catch {
      failure = error
      throw error
    }
  }

  /// Ends the message and returns the rest of it.
  ///
  /// - Throws: ``CryptographyError/malformed(_:)`` if the message is cut off.
  package consuming func finish() throws(CryptographyError) -> Secret {
    if let failure { throw failure }
    guard keys != nil else {
      throw .malformed("a sealed message of \(header.count) bytes is shorter than its header")
    }
    let count = try CobblestoneFormat.lastChunkCount(pending.count)
    return Secret(
      try SecureBytes(count: count) { (output) throws(CryptographyError) in
        try openChunk(into: output)
      })
  }

  private mutating func opened(
    _ sealed: UnsafeRawBufferPointer
  ) throws(CryptographyError) -> Secret {
    var rest = sealed
    try readHeader(&rest)
    let full = (pending.count + rest.count) / CobblestoneFormat.sealedChunkCount
    return Secret(
      try SecureBytes(count: full * CobblestoneFormat.chunkCount) {
        (output) throws(CryptographyError) in
        for number in 0..<full {
          pending.fill(from: &rest)
          let place = output[(number * CobblestoneFormat.chunkCount)...]
          try openChunk(
            into: UnsafeMutableRawBufferPointer(
              rebasing: place.prefix(CobblestoneFormat.chunkCount)))
        }
        pending.fill(from: &rest)
      })
  }

  private mutating func readHeader(
    _ input: inout UnsafeRawBufferPointer
  ) throws(CryptographyError) {
    guard keys == nil else { return }
    let taken = min(input.count, CobblestoneFormat.headerCount - header.count)
    header += input[..<taken]
    input = UnsafeRawBufferPointer(rebasing: input[taken...])
    guard header.count == CobblestoneFormat.headerCount else { return }
    keys = try CobblestoneKeys.opening(
      KeyExpansion(key: key), header: header, context: context)
  }

  private mutating func openChunk(
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    guard chunks < limit else {
      throw .malformed("a message of more than \(limit) chunks cannot be opened")
    }
    // Without keys nothing would be opened, and zeros would pass for the plaintext.
    guard keys != nil else { throw .malformed("a sealed message has no header") }
    let number = chunks
    try pending.withBytes { (sealed) throws(CryptographyError) in
      try keys?.open(sealed, chunk: number, into: output)
    }
    chunks += 1
    pending.empty()
  }
}
