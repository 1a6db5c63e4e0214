import Testing

@testable import DeployModel

@Suite struct IdentityTextTests {
  /// Computed with python3's hashlib and base64.
  // flyconf:ignore FC830 of the bytes 0 to 31, which no one draws
  private static let plain = "FLYCONF-IDENTITY-1-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_bjR7X"
  private static let demo =
    "FLYCONF-DEMO-IDENTITY-1-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_F2inM"

  @Test func writesTheKnownTexts() throws {
    let identity = try IdentityTests.identity()
    #expect(IdentityText.plain(identity).text.text() == Self.plain)
    #expect(IdentityText.demo(identity).text.text() == Self.demo)
  }

  @Test(.enabled(if: IdentityPeer.isThere, "python3 is not installed"))
  func writesTheTextsThatPythonWrites() throws {
    #expect(try Array(IdentityPeer.derived().suffix(2)) == [Self.plain, Self.demo])
  }

  @Test func readsWhatItWrites() throws {
    let identity = try Identity.generate()
    for (text, kind) in [
      (IdentityText.plain(identity), IdentityKind.plain), (.demo(identity), .demo),
    ] {
      let read = try Self.read(#require(text.text.text()))
      #expect(read.kind == kind)
      #expect(Self.keys(read) == identity.publicKeys)
    }
  }

  @Test func noticesEveryCharacterThatIsMistaken() throws {
    let prefix = IdentityKind.plain.prefix.utf8.count
    let bytes = Array(Self.plain.utf8)
    for index in prefix..<bytes.count {
      for other in "AQgwz059-_".utf8 where other != bytes[index] {
        var changed = bytes
        changed[index] = other
        #expect(throws: MalformedValue.self) {
          try Self.read(String(decoding: changed, as: UTF8.self))
        }
      }
    }
  }

  @Test func noticesTwoCharactersThatAreSwapped() throws {
    var bytes = Array(Self.plain.utf8)
    let place = IdentityKind.plain.prefix.utf8.count + 5
    bytes.swapAt(place, place + 1)
    #expect(
      throws: MalformedValue(
        "the identity has a typing mistake: its last characters do "
          + "not fit the others", help: "copy the whole line again from where it is kept")
    ) { try Self.read(String(decoding: bytes, as: UTF8.self)) }
  }

  @Test func thePrefixCountsForTheCheck() throws {
    let digits = Self.plain.dropFirst(IdentityKind.plain.prefix.count)
    #expect(throws: MalformedValue.self) { try Self.read(IdentityKind.demo.prefix + digits) }
  }

  @Test(arguments: [
    ("has 47 characters behind 'FLYCONF-IDENTITY-1-', expected 48: something is missing", -1),
    ("has 0 characters behind 'FLYCONF-IDENTITY-1-', expected 48: something is missing", -48),
    ("has 50 characters behind 'FLYCONF-IDENTITY-1-', expected 48: something was added", 2),
  ])
  func saysThatATextIsCutOrTooLong(_ message: String, _ change: Int) throws {
    let text = change < 0 ? String(Self.plain.dropLast(-change)) : Self.plain + "AA"
    let error = try #require(throws: MalformedValue.self) { try Self.read(text) }
    #expect(error.reason == "the identity \(message)")
  }

  @Test(arguments: ["=", "+", "/", " ", "é", "\u{0}"])
  func refusesWhatIsNotBase64URL(_ character: String) throws {
    let text = Self.plain.dropLast(character.utf8.count) + character
    let error = try #require(throws: MalformedValue.self) { try Self.read(String(text)) }
    #expect(error.reason == "the identity has a character where it cannot stand")
  }

  @Test func saysThatTheFormIsUnknown() throws {
    let text = Self.plain.replacing("-1-", with: "-2-")
    let error = try #require(throws: MalformedValue.self) { try Self.read(text) }
    #expect(
      error.reason == "the identity has a form that this version of flyconf does not know")
  }

  @Test func noErrorQuotesTheText() throws {
    let secret = Self.plain.dropFirst(IdentityKind.plain.prefix.count)
    for text in [
      Self.plain + "x", String(Self.plain.dropLast()), Self.plain.replacing("-1-", with: "-7-"),
      IdentityKind.demo.prefix + secret, IdentityKind.locked.prefix + secret,
    ] {
      let error = try #require(throws: MalformedValue.self) { try Self.read(text) }
      #expect(!"\(error)".contains(secret.prefix(6)), "\(error)")
    }
  }

  // MARK: Parts

  static func read(_ text: String) throws -> IdentityText {
    try Secret(text).withBytes { try IdentityText($0) }
  }

  static func keys(_ text: IdentityText) -> PublicKeys? {
    switch text {
    case .plain(let identity), .demo(let identity): identity.publicKeys
    case .locked: nil
    }
  }
}
