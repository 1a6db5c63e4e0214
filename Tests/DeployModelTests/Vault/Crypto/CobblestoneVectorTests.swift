import Testing

@testable import DeployModel

/// The vectors of C2SP for Cobblestone-256, opened at once and through streams.
struct CobblestoneVectorTests {
  private static let file = "c2sp_chunked_encryption_aes_256_gcm_test.json"

  @Test func opensExactlyTheValidMessages() throws {
    var tried = 0
    for vector in try VectorFile.groups(Self.file).flatMap(\.vectors) {
      let sealed = try Inflater.unpack(vector.bytes("ct"))
      let opened = try? Cobblestone.open(
        sealed, key: SecureBytes(copying: vector.bytes("key")), context: vector.bytes("ctx"))
      #expect((opened != nil) == vector.isValid, "\(vector.id)")
      if let opened { #expect(Self.is(opened.withBytes([UInt8].init), theMessageOf: vector)) }
      tried += 1
    }
    #expect(tried == 0 || tried == 35)
  }

  /// A stream that fails has let go of nothing but whole chunks that are authentic.
  @Test func releasesExactlyTheAuthenticChunks() throws {
    for vector in try VectorFile.groups(Self.file).flatMap(\.vectors) {
      let sealed = try Inflater.unpack(vector.bytes("ct"))
      var released: [UInt8] = []
      let sizes = sealed.count > 100_000 ? 1...60_000 : 1...3_000
      let pieces = (0..<50).map { _ in Int.random(in: sizes) }
      let outcome = Outcome { () throws(CryptographyError) in
        try SealedSample.streamed(
          sealed, pieces: pieces, released: &released,
          key: SecureBytes(copying: vector.bytes("key")), context: vector.bytes("ctx"))
      }
      #expect((outcome == .done) == vector.isValid, "\(vector.id) in \(pieces)")
      #expect(Self.is(released, theMessageOf: vector), "\(vector.id) in \(pieces)")
    }
  }

  /// The message that opens, or of an invalid one the beginning that may be released.
  private static func `is`(_ message: [UInt8], theMessageOf vector: Vector) -> Bool {
    guard let count = vector.number("msgLength") else { return message.isEmpty }
    return message.count == count
      && HexText.text(SHA512.hash(message)) == vector.text("msgSha512")
  }
}
