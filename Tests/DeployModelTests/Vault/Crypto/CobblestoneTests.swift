import Testing

@testable import DeployModel

struct CobblestoneTests {
  /// Number 9 of the vectors of C2SP for Cobblestone-256, and number 1, an empty message.
  @Test func opensPublishedExamples() throws {
    let key = SecureBytes(copying: "YELLOW SUBMARINE YELLOW SUBMARIN".utf8)
    let sealed = HexText.bytes(
      """
      dbedaefc1c35dc6c0f22b743b03e488747166a51f33479e7ceb8b7e11cc0d2710f624a127501bc4aea7d0af6f83c
      fe359b9e69415aa537f36adf86eb35b070475baa039bb7791432adbca49578bbd3
      """)
    let context = [UInt8]("test context".utf8)
    #expect(try Cobblestone.open(sealed, key: key, context: context).text() == "chunked")
    let empty = HexText.bytes(
      """
      43a2e39431cbae0389d3fc86adf46f7c3a24de88d9311617e53f3164cc1d5dc738a66b97f0bf786565c31799c2f4
      63d50a7e10046011dc6fc3c939e3a5db7affb6191551669554fb
      """)
    #expect(try Cobblestone.open(empty, key: key, context: []).isEmpty)
  }

  /// With the salt of a published example the same bytes come out.
  @Test func sealsAPublishedExample() throws {
    let key = SecureBytes(copying: "YELLOW SUBMARINE YELLOW SUBMARIN".utf8)
    let salt = HexText.bytes("dbedaefc1c35dc6c0f22b743b03e488747166a51f33479e7")
    let keys = try CobblestoneKeys(
      expanding: KeyExpansion(key: key), salt: salt, context: [UInt8]("test context".utf8))
    let sealed = try [UInt8]("chunked".utf8).withRawBytes { (bytes) throws(CryptographyError) in
      try Cobblestone.seal(bytes, keys)
    }
    #expect(
      HexText.text(sealed)
        == "dbedaefc1c35dc6c0f22b743b03e488747166a51f33479e7ceb8b7e11cc0d2710f624a127501bc4aea7d"
        + "0af6f83cfe359b9e69415aa537f36adf86eb35b070475baa039bb7791432adbca49578bbd3")
  }

  @Test(arguments: [0, 1, 7, 16_383, 16_384, 16_385, 32_767, 32_768, 50_000])
  func opensWhatItSealed(count: Int) throws {
    let sample = try SealedSample(count: count)
    #expect(sample.sealed.count == 56 + count + 16 * (count / 16_384 + 1))
    #expect(try SealedSample.opened(sample.sealed) == sample.plaintext)
  }

  @Test func addsItsOverhead() throws {
    #expect(Cobblestone.overhead == 72)
    #expect(try SealedSample(count: 100).sealed.count == 100 + Cobblestone.overhead)
  }

  @Test func sealsTheSameMessageDifferentlyEachTime() throws {
    let (first, second) = (try SealedSample(count: 40).sealed, try SealedSample(count: 40).sealed)
    #expect(first.prefix(24) != second.prefix(24))
    #expect(first.suffix(56) != second.suffix(56))
  }

  @Test func refusesAnotherContextAndAnotherKey() throws {
    let sealed = try SealedSample(count: 9).sealed
    for context in [[], [UInt8]("contexT".utf8), SealedSample.context + [0]] {
      #expect(throws: CryptographyError.notAuthentic) {
        _ = try Cobblestone.open(sealed, key: SealedSample.key(), context: context)
      }
    }
    #expect(throws: CryptographyError.notAuthentic) {
      _ = try Cobblestone.open(
        sealed, key: SecureBytes.random(count: 32), context: SealedSample.context)
    }
  }

  /// Of each part, salt, commitment, text and tag, every byte counts.
  @Test func refusesEveryChangedByte() throws {
    let sealed = try SealedSample(count: 20).sealed
    for place in sealed.indices {
      for bit in [0, 7] {
        var changed = sealed
        changed[place] ^= 1 << UInt8(bit)
        #expect(throws: CryptographyError.notAuthentic) { try SealedSample.opened(changed) }
      }
    }
  }

  @Test func refusesEveryOtherLength() throws {
    let sealed = try SealedSample(count: 20).sealed
    for count in 0..<sealed.count {
      let outcome = Outcome { () throws(CryptographyError) in
        _ = try SealedSample.opened([UInt8](sealed.prefix(count)))
      }
      #expect(outcome == (count < 72 ? .malformed : .notAuthentic))
    }
    #expect(throws: CryptographyError.notAuthentic) { try SealedSample.opened(sealed + [0]) }
  }

  @Test func refusesChunksThatAreMissingMovedOrRepeated() throws {
    let sealed = try SealedSample(count: 40_000).sealed
    let parts = [0..<56, 56..<16_456, 16_456..<32_856, 32_856..<sealed.count].map { sealed[$0] }
    func outcome(_ order: [Int]) -> Outcome {
      Outcome { () throws(CryptographyError) in
        _ = try SealedSample.opened(order.flatMap { parts[$0] })
      }
    }
    #expect(outcome([0, 1, 2, 3]) == .done)
    for order in [[0, 2, 1, 3], [0, 1, 1, 3], [0, 2, 3], [0, 1, 3], [0, 3], [0, 1, 2, 3, 3]] {
      #expect(outcome(order) == .notAuthentic, "\(order)")
    }
    for order in [[0], [0, 1], [0, 1, 2]] { #expect(outcome(order) == .malformed, "\(order)") }
  }

  @Test func sealsKeysAsWell() throws {
    let key = SealedSample.key()
    let sealed = try Cobblestone.seal(SecureBytes(copying: [1, 2, 3]), key: key, context: [4])
    #expect(
      try Cobblestone.openKey(sealed, key: key, context: [4]).withBytes([UInt8].init) == [1, 2, 3])
    #expect(throws: CryptographyError.notAuthentic) {
      _ = try Cobblestone.openKey(sealed, key: key, context: [5])
    }
  }

  @Test(arguments: [0, 16, 31, 33, 64]) func refusesAKeyOfAnotherLength(count: Int) throws {
    let key = SecureBytes(copying: Array(repeating: 1, count: count))
    let sealed = try SealedSample(count: 3).sealed
    let outcomes = [
      Outcome { () throws(CryptographyError) in
        _ = try Cobblestone.open(sealed, key: key, context: [])
      },
      Outcome { () throws(CryptographyError) in
        _ = try Cobblestone.seal(Secret("a"), key: key, context: [])
      },
      Outcome { () throws(CryptographyError) in _ = try OpeningStream(key: key, context: []) },
      Outcome { () throws(CryptographyError) in _ = try SealingStream(key: key, context: []) },
    ]
    #expect(outcomes == [.malformed, .malformed, .malformed, .malformed])
  }

  @Test func refusesAContextThatIsTooLong() throws {
    let longest = Array(repeating: UInt8(1), count: HKDF.maximumInfoCount - 72)
    let key = SealedSample.key()
    let sealed = try Cobblestone.seal(Secret("a"), key: key, context: longest)
    #expect(try Cobblestone.open(sealed, key: key, context: longest).text() == "a")
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try Cobblestone.seal(Secret("a"), key: key, context: longest + [1])
    }
    #expect(outcome == .malformed)
  }
}
