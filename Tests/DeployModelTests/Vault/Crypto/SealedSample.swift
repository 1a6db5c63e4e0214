@testable import DeployModel

/// Messages for tests of sealing, each under the same key and context.
struct SealedSample {
  static let context = [UInt8]("context".utf8)

  var plaintext: [UInt8]
  var sealed: [UInt8]

  /// A key that is the same each time.
  static func key() -> SecureBytes { SecureBytes(copying: (0..<32).map { UInt8($0) }) }

  /// A message of some bytes that do not repeat at the size of a chunk.
  init(count: Int) throws(CryptographyError) {
    plaintext = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 253) }
    sealed = try Cobblestone.seal(Secret(plaintext), key: Self.key(), context: Self.context)
  }

  /// What opens, in one piece.
  static func opened(_ sealed: [UInt8]) throws(CryptographyError) -> [UInt8] {
    try Cobblestone.open(sealed, key: key(), context: context).withBytes([UInt8].init)
  }

  /// What opens through a stream that is given pieces of some sizes, over and over.
  static func streamed(
    _ sealed: [UInt8], pieces: [Int], released: inout [UInt8], key: borrowing SecureBytes,
    context: [UInt8] = context
  ) throws(CryptographyError) {
    var stream = try OpeningStream(key: key, context: context)
    for piece in split(sealed, pieces) {
      released += try stream.push(piece).withBytes([UInt8].init)
    }
    released += try stream.finish().withBytes([UInt8].init)
  }

  static func streamed(_ sealed: [UInt8], pieces: [Int]) throws(CryptographyError) -> [UInt8] {
    var released: [UInt8] = []
    try streamed(sealed, pieces: pieces, released: &released, key: key())
    return released
  }

  /// The bytes in pieces of some sizes, over and over; a size of 0 gives an empty piece.
  static func split(_ bytes: [UInt8], _ sizes: [Int]) -> [[UInt8]] {
    var (pieces, start, turn) = ([[UInt8]](), 0, 0)
    while start < bytes.count {
      let end = min(bytes.count, start + sizes[turn % sizes.count])
      pieces.append([UInt8](bytes[start..<end]))
      start = end
      turn += 1
    }
    return pieces
  }
}
