import Testing

@testable import DeployModel

struct AgreementTests {
  /// RFC 7748, Section 6.1.
  @Test func computesThePublishedExample() throws {
    let alice = try AgreementKey(
      seed: SecureBytes(
        copying: HexText.bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")))
    let bob = try AgreementKey(
      seed: SecureBytes(
        copying: HexText.bytes("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")))
    #expect(
      HexText.text(alice.publicKey)
        == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    #expect(
      HexText.text(bob.publicKey)
        == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
    // flyconf:ignore FC831 a published test vector, of RFC 7748
    let secret = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
    #expect(try alice.sharedSecret(with: bob.publicKey).withBytes(HexText.text) == secret)
    #expect(try bob.sharedSecret(with: alice.publicKey).withBytes(HexText.text) == secret)
  }

  /// RFC 7748, Section 5.2, the first example: a peer's key that no private key was made for.
  @Test func multipliesAnyPoint() throws {
    let key = try AgreementKey(
      seed: SecureBytes(
        copying: HexText.bytes("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4")))
    let secret = try key.sharedSecret(
      with: HexText.bytes("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"))
    #expect(
      secret.withBytes(HexText.text)
        == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")
  }

  @Test func makesADifferentKeyEachTime() throws {
    let first = try AgreementKey.ephemeral()
    let second = try AgreementKey.ephemeral()
    #expect(first.publicKey != second.publicKey)
    let one = try first.sharedSecret(with: second.publicKey)
    let other = try second.sharedSecret(with: first.publicKey)
    #expect(one.withBytes(HexText.text) == other.withBytes(HexText.text))
  }

  /// Whatever the private key, the secret would be zero: with 0, 1, both points of order 8, -1, and
  /// the other ways to write 0 and 1.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])
  func refusesAPublicKeyOfLowOrder(peer: String) throws {
    let key = try AgreementKey.ephemeral()
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try key.sharedSecret(with: HexText.bytes(peer))
    }
    #expect(outcome == .malformed)
  }

  @Test(arguments: [0, 31, 33, 64])
  func refusesKeysOfAnotherLength(count: Int) throws {
    let bytes = Array(repeating: UInt8(9), count: count)
    let own = Outcome { () throws(CryptographyError) in
      _ = try AgreementKey(seed: SecureBytes(copying: bytes))
    }
    let key = try AgreementKey.ephemeral()
    let peer = Outcome { () throws(CryptographyError) in _ = try key.sharedSecret(with: bytes) }
    #expect(own == .malformed)
    #expect(peer == .malformed)
  }
}
