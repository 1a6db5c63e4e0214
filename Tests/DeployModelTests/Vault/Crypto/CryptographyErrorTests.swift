import Testing

@testable import DeployModel

struct CryptographyErrorTests {
  /// A failure inside libcrypto carries its reason, and none is left for the next one.
  @Test func givesTheReasonOfLibcryptoOnce() {
    let memory = ScryptParameters(logN: 15, r: 8, p: 1)
    for _ in 0..<2 {
      #expect(throws: CryptographyError.library("EVP_PBE_scrypt failed: memory limit exceeded")) {
        _ = try Scrypt.uncheckedKey(
          passphrase: Secret("a"), salt: [], memory, count: 32, memoryLimit: 0)
      }
      #expect(CryptographyError.failure(of: "EVP_none") == .library("EVP_none failed"))
    }
  }

  /// What is not authentic is no failure of the library, so it leaves no reason behind.
  @Test func leavesNoReasonAfterWhatIsNotAuthentic() throws {
    var sample = GCMSample.block
    sample.tag[0] ^= 1
    #expect(throws: CryptographyError.notAuthentic) { try sample.opened() }
    #expect(CryptographyError.failure(of: "EVP_none") == .library("EVP_none failed"))
    let key = try SigningKey(seed: SecureBytes.random(count: 32))
    #expect(try !VerifyingKey(key.publicKey).isValid(Array(repeating: 255, count: 64), for: []))
    #expect(CryptographyError.failure(of: "EVP_none") == .library("EVP_none failed"))
    let agreement = try AgreementKey.ephemeral()
    _ = Outcome { () throws(CryptographyError) in
      _ = try agreement.sharedSecret(with: Array(repeating: 0, count: 32))
    }
    #expect(CryptographyError.failure(of: "EVP_none") == .library("EVP_none failed"))
  }

  @Test func saysWhichLengthIsExpected() {
    #expect(throws: CryptographyError.malformed("a seed has 5 bytes, where 32 are expected")) {
      _ = try SigningKey(seed: SecureBytes(copying: [1, 2, 3, 4, 5]))
    }
  }
}
