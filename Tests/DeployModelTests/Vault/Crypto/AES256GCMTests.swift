import Testing

@testable import DeployModel

struct AES256GCMTests {
  @Test(arguments: [GCMSample.block, .empty])
  func computesPublishedExamples(sample: GCMSample) throws {
    let expected: [UInt8] = sample.ciphertext + sample.tag
    #expect(try sample.sealed() == expected)
    #expect(try sample.opened() == sample.plaintext)
  }

  @Test func bindsAdditionalData() throws {
    var sample = GCMSample.block
    sample.additional = [1, 2, 3]
    let sealed = try sample.sealed()
    sample.tag = [UInt8](sealed.suffix(16))
    #expect(sample.tag != GCMSample.block.tag)
    #expect(try sample.opened() == sample.plaintext)
    sample.additional = [1, 2]
    #expect(throws: CryptographyError.notAuthentic) { try sample.opened() }
  }

  /// GCM itself takes a tag of one byte, and with it one forgery in 256.
  @Test(arguments: [0, 1, 4, 12, 15, 17, 32])
  func refusesATagOfAnotherLength(count: Int) {
    var sample = GCMSample.block
    let twice: [UInt8] = sample.tag + sample.tag
    sample.tag = [UInt8](twice.prefix(count))
    #expect(Outcome { () throws(CryptographyError) in _ = try sample.opened() } == .malformed)
  }

  @Test(arguments: [0, 1, 8, 11, 13, 16, 32])
  func refusesANonceOfAnotherLength(count: Int) {
    var sample = GCMSample.block
    sample.nonce = [UInt8](repeating: 7, count: count)
    #expect(Outcome { () throws(CryptographyError) in _ = try sample.opened() } == .malformed)
    #expect(Outcome { () throws(CryptographyError) in _ = try sample.sealed() } == .malformed)
  }

  @Test(arguments: [0, 16, 24, 31, 33, 64])
  func refusesAKeyOfAnotherLength(count: Int) {
    var sample = GCMSample.block
    sample.key = [UInt8](repeating: 7, count: count)
    #expect(Outcome { () throws(CryptographyError) in _ = try sample.opened() } == .malformed)
    #expect(Outcome { () throws(CryptographyError) in _ = try sample.sealed() } == .malformed)
  }

  @Test func refusesEveryFlippedBit() {
    for bit in 0..<8 {
      for place in 0..<16 {
        var (text, tag) = (GCMSample.block, GCMSample.block)
        text.ciphertext[place] ^= 1 << UInt8(bit)
        tag.tag[place] ^= 1 << UInt8(bit)
        #expect(throws: CryptographyError.notAuthentic) { try text.opened() }
        #expect(throws: CryptographyError.notAuthentic) { try tag.opened() }
      }
    }
  }

  @Test func leavesNothingOfWhatIsNotAuthentic() {
    var sample = GCMSample.block
    sample.tag[15] ^= 1
    var output = [UInt8](repeating: 0xff, count: 16)
    let outcome = output.withUnsafeMutableBytes { output in
      Outcome { () throws(CryptographyError) in try sample.open(into: output) }
    }
    #expect(outcome == .notAuthentic)
    #expect(output == [UInt8](repeating: 0, count: 16))
  }

  @Test func agreesWithTheVectorsOfWycheproof() throws {
    var tried = 0
    for group in try VectorFile.groups("aes_gcm_test.json")
    where group.number("keySize") == 256 && group.number("ivSize") == 96 {
      for vector in group.vectors {
        let sample = GCMSample(
          key: vector.bytes("key"), nonce: vector.bytes("iv"), additional: vector.bytes("aad"),
          plaintext: vector.bytes("msg"), ciphertext: vector.bytes("ct"),
          tag: vector.bytes("tag"))
        let opened: [UInt8]? = try? sample.opened()
        let expected: [UInt8]? = vector.isValid ? sample.plaintext : nil
        #expect(opened == expected, "\(vector.id)")
        let whole: [UInt8] = sample.ciphertext + sample.tag
        let isWritten: Bool = try sample.sealed() == whole
        #expect(isWritten == vector.isValid, "\(vector.id)")
        tried += 1
      }
    }
    #expect(tried == 0 || tried == 66)
  }

  @Test func agreesWithTheVectorsOfNIST() throws {
    var tried = 0
    for record in VectorFile.records("gcmDecrypt256-iv96-tag128.rsp") {
      guard let key = record["Key"], let nonce = record["IV"] else { continue }
      let sample = GCMSample(
        key: HexText.bytes(key), nonce: HexText.bytes(nonce),
        additional: HexText.bytes(record["AAD"] ?? ""),
        ciphertext: HexText.bytes(record["CT"] ?? ""), tag: HexText.bytes(record["Tag"] ?? ""))
      let expected: [UInt8]? = record["FAIL"] == nil ? HexText.bytes(record["PT"] ?? "") : nil
      let opened: [UInt8]? = try? sample.opened()
      #expect(opened == expected, "\(record)")
      tried += 1
    }
    #expect(tried == 0 || tried > 100)
  }
}
