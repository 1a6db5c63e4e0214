import Testing

@testable import DeployModel

@Suite struct IdentityTests {
  /// Computed with python3's hashlib and hmac.
  private static let derived = [
    "cc24062cb8623d1b6d1742defac02c41d7b27c88df13b7953067715ff1a8495d",
    "680a4b4b015a427c02cc20feecd1a57344f28bd2ef63ff8733afa406b94f10be",
  ]

  @Test func derivesBothKeysFromTheSeedUnderLabelsOfTheirOwn() throws {
    let identity = try Self.identity()
    let agreement = try AgreementKey(seed: Self.bytes(Self.derived[0]))
    let signing = try SigningKey(seed: Self.bytes(Self.derived[1]))
    #expect(identity.publicKeys.encryption == agreement.publicKey)
    #expect(identity.publicKeys.signing == signing.publicKey)
    #expect(try identity.sign([1, 2, 3]) == signing.sign([1, 2, 3]))
  }

  @Test(.enabled(if: IdentityPeer.isThere, "python3 is not installed"))
  func derivesTheKeysThatPythonDerives() throws {
    #expect(try Array(IdentityPeer.derived().prefix(2)) == Self.derived)
  }

  @Test func signsWhatOthersCanCheck() throws {
    let identity = try Identity.generate()
    let signature = try identity.sign(Array("hello".utf8))
    let key = try VerifyingKey(identity.publicKeys.signing)
    #expect(key.isValid(signature, for: Array("hello".utf8)))
    #expect(!key.isValid(signature, for: Array("hullo".utf8)))
  }

  @Test func agreesWithAnotherIdentityOnASecret() throws {
    let (anna, ben) = (try Identity.generate(), try Identity.generate())
    let ours = try anna.sharedSecret(with: ben.publicKeys.encryption)
    let theirs = try ben.sharedSecret(with: anna.publicKeys.encryption)
    let bytes = ours.withBytes { Array($0) }
    #expect(bytes == theirs.withBytes { Array($0) })
    #expect(bytes.count == 32)
  }

  @Test func makesAnotherIdentityEachTime() throws {
    let keys = try (0..<20).map { _ in try Identity.generate().publicKeys }
    #expect(Set(keys).count == 20)
    #expect(Set(keys.map(\.fingerprint)).count == 20)
  }

  @Test(arguments: [0, 31, 33, 64])
  func refusesASeedOfAnotherLength(_ count: Int) {
    #expect(throws: CryptographyError.self) {
      try Identity(seed: SecureBytes(copying: [UInt8](repeating: 1, count: count)))
    }
  }

  @Test func nothingThatDescribesAnIdentityShowsItsSeed() throws {
    let identity = try Self.identity()
    var dumped = ""
    dump(identity, to: &dumped)
    let text = IdentityText.plain(identity)
    dump(text, to: &dumped)
    for shown in ["\(identity)", String(reflecting: identity), "\(text)", dumped] {
      #expect(shown.contains(identity.publicKeys.fingerprint) || shown.contains("Identity"))
      #expect(!shown.contains("AAECAwQF"))
      #expect(!shown.contains("00010203"))
      #expect(!shown.contains("seed"))
    }
    #expect("\(identity)" == "identity \(identity.publicKeys.fingerprint)")
  }

  // MARK: Parts

  static func identity() throws -> Identity {
    try Identity(seed: SecureBytes(copying: IdentityPeer.seed))
  }

  private static func bytes(_ hex: String) -> SecureBytes {
    SecureBytes(copying: Hash256(hex: hex)?.bytes ?? [])
  }
}
