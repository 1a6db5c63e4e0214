import Testing

@testable import DeployModel

@Suite struct LockedIdentityTests {
  /// The lowest cost that is read: a few hundredths of a second.
  private static let quick = ScryptParameters(logN: 14, r: 8, p: 1)
  private static let passphrase = Secret("correct horse battery staple")

  @Test func opensByItsPassphraseAlone() throws {
    let identity = try Identity.generate()
    let locked = try LockedIdentity(identity, passphrase: Self.passphrase, Self.quick)
    #expect(try locked.unlocked(by: Self.passphrase).publicKeys == identity.publicKeys)
    for wrong in ["", "correct horse battery stapl", "Correct horse battery staple"] {
      #expect(throws: CryptographyError.notAuthentic) { try locked.unlocked(by: Secret(wrong)) }
    }
  }

  @Test func opensAgainFromItsText() throws {
    let identity = try Identity.generate()
    let locked = try LockedIdentity(identity, passphrase: Self.passphrase, Self.quick)
    let text = try #require(IdentityText.locked(locked).text.text())
    guard case .locked(let read) = try IdentityTextTests.read(text) else {
      Issue.record("a locked text was read as another kind")
      return
    }
    #expect(read == locked)
    #expect(try read.unlocked(by: Self.passphrase).publicKeys == identity.publicKeys)
  }

  @Test(.enabled(if: IdentityPeer.isThere, "python3 is not installed"))
  func pythonDerivesTheSameKeyAndCommitment() throws {
    let locked = try LockedIdentity(
      IdentityTests.identity(), passphrase: Self.passphrase, Self.quick)
    let text = try #require(IdentityText.locked(locked).text.text())
    #expect(try IdentityPeer.commits(text, passphrase: "correct horse battery staple"))
    #expect(try !IdentityPeer.commits(text, passphrase: "another passphrase"))
  }

  @Test func newOnesHaveTheStandardCostAndASaltOfTheirOwn() throws {
    let identity = try Identity.generate()
    let first = try LockedIdentity(identity, passphrase: Self.passphrase)
    #expect(first.payload.prefix(3) == [17, 8, 1])
    let second = try LockedIdentity(identity, passphrase: Self.passphrase)
    #expect(first.payload[3..<19] != second.payload[3..<19])
    #expect(first.payload.suffix(104) != second.payload.suffix(104))
  }

  @Test func theSeedDoesNotStandInTheText() throws {
    let locked = try LockedIdentity(
      IdentityTests.identity(), passphrase: Self.passphrase, Self.quick)
    #expect(!locked.payload.contains([UInt8](0..<32).prefix(8)))
  }

  /// A cost of 2^30 would take 128 GiB and hours: that the test ends shows that nothing is done.
  @Test(arguments: [
    [13, 8, 1], [21, 8, 1], [30, 8, 1], [14, 7, 1], [14, 255, 1], [14, 8, 0],
    [14, 8, 5], [255, 255, 255],
  ])
  func refusesACostOutOfBoundsBeforeAnyWork(_ cost: [UInt8]) throws {
    let text = try Self.text(Self.payload { $0.replaceSubrange(0..<3, with: cost) })
    let error = try #require(throws: MalformedValue.self) { try IdentityTextTests.read(text) }
    #expect(error.reason.hasPrefix("the identity cannot be opened safely: it asks for scrypt with"))
  }

  @Test func aChangedByteOpensNoMore() throws {
    for place in [4, 18, 19, 42, 43, 74, 75, 106, 107, 122] {
      let text = try Self.text(Self.payload { $0[place] ^= 1 })
      guard case .locked(let read) = try IdentityTextTests.read(text) else { continue }
      #expect(throws: CryptographyError.notAuthentic) { try read.unlocked(by: Self.passphrase) }
    }
  }

  @Test func noticesATypingMistakeWithoutAPassphrase() throws {
    var text = try Self.text(Self.payload { _ in })
    text.removeLast(10)
    text += "AAAAAAAAAA"
    #expect(throws: MalformedValue.self) { try IdentityTextTests.read(text) }
  }

  // MARK: Parts

  private static func payload(_ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
    var payload = try LockedIdentity(
      IdentityTests.identity(), passphrase: passphrase, quick
    ).payload
    change(&payload)
    return payload
  }

  /// A text with a check that fits, as whoever changes a text on purpose would write it.
  private static func text(_ payload: [UInt8]) throws -> String {
    let prefix = IdentityKind.locked.prefix
    let check = SHA256.hash(Array("flyconf/v1/identity".utf8) + [0] + prefix.utf8 + payload)
    return prefix + Base64URL.encode(payload + check.bytes.prefix(4))
  }
}
