/// The measures of a Cobblestone-256 message, in bytes.
///
/// Source: <https://c2sp.org/chunked-encryption>. A message is a header (salt, commitment) and
/// chunks, each with a tag; all are full but the last, which is shorter and may be empty.
enum CobblestoneFormat {
  static let saltCount = 24
  static let commitmentCount = 32
  static let headerCount = saltCount + commitmentCount
  static let chunkCount = 16_384
  static let sealedChunkCount = chunkCount + AES256GCM.tagCount

  /// How many chunks a message may have: numbers are of 38 bits, so that those of two messages
  /// leave the rest of their nonces apart.
  static let maximumChunks: UInt64 = 1 << 38

  /// How long a message becomes.
  static func sealedCount(_ count: Int) -> Int {
    headerCount + count + (count / chunkCount + 1) * AES256GCM.tagCount
  }

  /// How long the message in `sealed` bytes is; only some lengths occur.
  static func openedCount(_ sealed: Int) throws(CryptographyError) -> Int {
    guard sealed >= headerCount else {
      throw .malformed("a sealed message of \(sealed) bytes, which is shorter than its header")
    }
    let (chunks, rest) = (sealed - headerCount).quotientAndRemainder(dividingBy: sealedChunkCount)
    return chunks * chunkCount + (try lastChunkCount(rest))
  }

  /// How long the last chunk of a message is, given what follows the full chunks.
  static func lastChunkCount(_ sealed: Int) throws(CryptographyError) -> Int {
    guard sealed >= AES256GCM.tagCount, sealed < sealedChunkCount else {
      throw .malformed("a sealed message is cut off: its last chunk has \(sealed) bytes")
    }
    return sealed - AES256GCM.tagCount
  }
}
