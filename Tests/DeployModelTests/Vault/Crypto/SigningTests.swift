import Testing

@testable import DeployModel

struct SigningTests {
  @Test(arguments: SignatureSample.all)
  func computesThePublishedExamples(sample: SignatureSample) throws {
    let key = try SigningKey(seed: SecureBytes(copying: HexText.bytes(sample.seed)))
    #expect(HexText.text(key.publicKey) == sample.publicKey)
    let message = HexText.bytes(sample.message)
    let signature = try key.sign(message)
    #expect(HexText.text(signature) == sample.signature)
    let verifying = try VerifyingKey(key.publicKey)
    for _ in 0..<2 { #expect(verifying.isValid(signature, for: message)) }
  }

  @Test func refusesAnotherMessageAnotherKeyAndEveryFlippedBit() throws {
    let key = try SigningKey(seed: SecureBytes.random(count: 32))
    let other = try SigningKey(seed: SecureBytes.random(count: 32))
    let message: [UInt8] = [1, 2, 3]
    let signature = try key.sign(message)
    let verifying = try VerifyingKey(key.publicKey)
    #expect(!verifying.isValid(signature, for: [1, 2]))
    #expect(!verifying.isValid(signature, for: []))
    #expect(try !VerifyingKey(other.publicKey).isValid(signature, for: message))
    for bit in 0..<512 {
      var changed = signature
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!verifying.isValid(changed, for: message))
    }
    #expect(verifying.isValid(signature, for: message))
  }

  @Test(arguments: [0, 1, 32, 63, 65, 128])
  func refusesASignatureOfAnotherLength(count: Int) throws {
    let key = try SigningKey(seed: SecureBytes.random(count: 32))
    let signature = try key.sign([1])
    let changed = [UInt8]((signature + signature).prefix(count))
    #expect(try !VerifyingKey(key.publicKey).isValid(changed, for: [1]))
  }

  /// S + L satisfies the same equation, so that a signature would have a second form.
  @Test func refusesTheSecondFormOfASignature() throws {
    let order = HexText.bytes(
      "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    let key = try SigningKey(seed: SecureBytes.random(count: 32))
    var signature = try key.sign([1])
    var carry = 0
    for place in 0..<32 {
      let sum = Int(signature[32 + place]) + Int(order[place]) + carry
      signature[32 + place] = UInt8(sum & 255)
      carry = sum >> 8
    }
    #expect(try !VerifyingKey(key.publicKey).isValid(signature, for: [1]))
  }

  /// Under the neutral element the signature of zeros is valid for every message.
  @Test(arguments: [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  ])
  func refusesAPublicKeyUnderWhichEverybodyCouldSign(key: String) {
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try VerifyingKey(HexText.bytes(key))
    }
    #expect(outcome == .malformed)
  }

  @Test(arguments: [0, 31, 33, 64])
  func refusesKeysOfAnotherLength(count: Int) {
    let bytes = Array(repeating: UInt8(9), count: count)
    let signing = Outcome { () throws(CryptographyError) in
      _ = try SigningKey(seed: SecureBytes(copying: bytes))
    }
    let verifying = Outcome { () throws(CryptographyError) in _ = try VerifyingKey(bytes) }
    #expect(signing == .malformed)
    #expect(verifying == .malformed)
  }

  /// One key serves many threads at once.
  @Test func verifiesFromManyTasks() async throws {
    let key = try SigningKey(seed: SecureBytes.random(count: 32))
    let verifying = try VerifyingKey(key.publicKey)
    let signature = try key.sign([1])
    let valid = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { verifying.isValid(signature, for: [UInt8(number % 2)]) }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(valid == 100)
  }
}
