import Testing

@testable import DeployModel

struct StreamTests {
  private static let sizes = [0, 1, 100, 16_383, 16_384, 16_385, 32_768, 70_000]
  private static let pieces = [[1, 0, 7], [16_384], [16_400], [100_000], [5_000, 1, 20_000]]

  @Test(arguments: sizes, pieces)
  func sealsWhatOpensAtOnce(count: Int, pieces: [Int]) throws {
    let sample = try SealedSample(count: count)
    var stream = try SealingStream(key: SealedSample.key(), context: SealedSample.context)
    var sealed: [UInt8] = []
    for piece in SealedSample.split(sample.plaintext, pieces) { sealed += try stream.push(piece) }
    sealed += try stream.finish()
    #expect(sealed.count == sample.sealed.count)
    #expect(try SealedSample.opened(sealed) == sample.plaintext)
  }

  @Test(arguments: sizes, pieces)
  func opensWhatWasSealedAtOnce(count: Int, pieces: [Int]) throws {
    let sample = try SealedSample(count: count)
    #expect(try SealedSample.streamed(sample.sealed, pieces: pieces) == sample.plaintext)
  }

  @Test func sealsSecretsAsWell() throws {
    var stream = try SealingStream(key: SealedSample.key(), context: SealedSample.context)
    var sealed = try stream.push(Secret("ab"))
    sealed += try stream.push(Secret("c"))
    sealed += try stream.finish()
    #expect(try SealedSample.opened(sealed) == [UInt8]("abc".utf8))
  }

  /// Chunks leave as soon as they are whole, so that memory does not grow with the message.
  @Test func holdsBackNoWholeChunk() throws {
    var sealing = try SealingStream(key: SealedSample.key(), context: SealedSample.context)
    let first = try sealing.push(Array(repeating: 1, count: 16_384))
    #expect(first.count == 56 + 16_400)
    var opening = try OpeningStream(key: SealedSample.key(), context: SealedSample.context)
    #expect(try opening.push([UInt8](first.dropLast())).isEmpty)
    #expect(try opening.push([UInt8](first.suffix(1))).count == 16_384)
  }

  /// At the border of a chunk a cut leaves only whole chunks, and around it other remainders.
  @Test func refusesAMessageCutOffAtEachBorder() throws {
    let sealed = try SealedSample(count: 40_000).sealed
    for border in [0, 24, 56, 16_456, 32_856, sealed.count] {
      for count in [border - 1, border, border + 1, border + 15, border + 16]
      where 0..<sealed.count ~= count {
        let outcome = Outcome { () throws(CryptographyError) in
          _ = try SealedSample.streamed([UInt8](sealed.prefix(count)), pieces: [999])
        }
        #expect(outcome == .malformed || outcome == .notAuthentic, "\(count)")
      }
      if border < sealed.count {
        let outcome = Outcome { () throws(CryptographyError) in
          _ = try SealedSample.streamed([UInt8](sealed.prefix(border)), pieces: [999])
        }
        #expect(outcome == .malformed, "\(border)")
      }
    }
  }

  @Test func releasesOnlyChunksBeforeAChange() throws {
    let sample = try SealedSample(count: 40_000)
    for (place, count) in [(0, 0), (30, 0), (60, 0), (16_450, 0), (16_460, 16_384)] {
      var (changed, released) = (sample.sealed, [UInt8]())
      changed[place] ^= 1
      let outcome = Outcome { () throws(CryptographyError) in
        try SealedSample.streamed(
          changed, pieces: [500], released: &released, key: SealedSample.key())
      }
      #expect(outcome == .notAuthentic)
      #expect(released == [UInt8](sample.plaintext.prefix(count)), "\(place)")
    }
  }

  @Test func refusesEverythingAfterAnError() throws {
    var sealed = try SealedSample(count: 40_000).sealed
    sealed[100] ^= 1
    var stream = try OpeningStream(key: SealedSample.key(), context: SealedSample.context)
    #expect(throws: CryptographyError.notAuthentic) { _ = try stream.push(sealed) }
    #expect(throws: CryptographyError.notAuthentic) { _ = try stream.push([]) }
    #expect(Self.end(stream) == .notAuthentic)
  }

  @Test func sealsNoMoreChunksThanAreAllowed() throws {
    for (count, isAllowed) in [(32_767, true), (32_768, false), (60_000, false)] {
      let keys = try CobblestoneKeys(key: SealedSample.key(), context: SealedSample.context)
      var stream = try SealingStream(keys: keys, limit: 2)
      _ = try? stream.push(Array(repeating: 1, count: count))
      #expect(Self.end(stream) == (isAllowed ? .done : .malformed))
    }
  }

  @Test func opensNoMoreChunksThanAreAllowed() throws {
    for (count, isAllowed) in [(32_767, true), (32_768, false), (60_000, false)] {
      var stream = try OpeningStream(
        key: SealedSample.key(), context: SealedSample.context, limit: 2)
      let sealed = try SealedSample(count: count).sealed
      _ = try? stream.push(sealed)
      #expect(Self.end(stream) == (isAllowed ? .done : .malformed))
    }
  }

  private static func end(_ stream: consuming SealingStream) -> Outcome {
    do throws(CryptographyError) {
      _ = try stream.finish()
      return .done
    } catch {
      return Outcome { () throws(CryptographyError) in throw error }
    }
  }

  private static func end(_ stream: consuming OpeningStream) -> Outcome {
    do throws(CryptographyError) {
      _ = try stream.finish()
      return .done
    } catch {
      return Outcome { () throws(CryptographyError) in throw error }
    }
  }

  /// The counter takes 38 bits of the nonce, and the last number still has a nonce of its own.
  @Test func numbersNoChunkBeyondThirtyEightBits() throws {
    let keys = try CobblestoneKeys(key: SealedSample.key(), context: [])
    func sealed(_ chunk: UInt64) throws(CryptographyError) -> [UInt8] {
      try [UInt8](count: 16) { (output) throws(CryptographyError) in
        try keys.seal(UnsafeRawBufferPointer(start: nil, count: 0), chunk: chunk, into: output)
      }
    }
    let chunks = [0, 1, 255, 256, 1 << 32, 1 << 37, (1 << 38) - 1] as [UInt64]
    #expect(Set(try chunks.map { try sealed($0) }).count == chunks.count)
    #expect(Outcome { () throws(CryptographyError) in _ = try sealed(1 << 38) } == .malformed)
    #expect(CobblestoneFormat.maximumChunks == 1 << 38)
  }
}
