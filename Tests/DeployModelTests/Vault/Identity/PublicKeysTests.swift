import Testing

@testable import DeployModel

@Suite struct PublicKeysTests {
  private static let keys = PublicKeys(
    encryption: [UInt8](repeating: 0xA0, count: 32), signing: [UInt8](0..<32))

  @Test func writesAndReadsHexadecimalDigits() {
    let keys = Self.keys
    #expect(keys.encryptionHex == String(repeating: "a0", count: 32))
    #expect(keys.signingHex.hasPrefix("000102030405060708090a0b0c0d0e0f10"))
    #expect(
      PublicKeys(encryptionHex: keys.encryptionHex, signingHex: keys.signingHex) == keys)
  }

  @Test(arguments: [
    "", "a0", String(repeating: "A0", count: 32), String(repeating: "a0", count: 33),
    String(repeating: "g0", count: 32), " " + String(repeating: "a0", count: 31) + "a",
  ])
  func refusesOtherDigits(_ hex: String) {
    #expect(PublicKeys(encryptionHex: hex, signingHex: Self.keys.signingHex) == nil)
    #expect(PublicKeys(encryptionHex: Self.keys.encryptionHex, signingHex: hex) == nil)
  }

  @Test func hasAFingerprintOfFiveGroups() {
    #expect(Self.keys.fingerprint == "3zsu-ikak-p2dd-kwhd-vojv")
  }

  @Test(.enabled(if: IdentityPeer.isThere, "python3 is not installed"))
  func hasTheFingerprintThatPythonComputes() throws {
    let keys = try Identity.generate().publicKeys
    let expected = try IdentityPeer.fingerprint(
      signing: keys.signingHex, encryption: keys.encryptionHex)
    #expect(keys.fingerprint == expected)
  }

  @Test func bothKeysCountForTheFingerprint() {
    let keys = Self.keys
    let swapped = PublicKeys(encryption: keys.signing, signing: keys.encryption)
    #expect(swapped.fingerprint != keys.fingerprint)
    var other = keys.encryption
    other[31] ^= 1
    #expect(
      PublicKeys(encryption: other, signing: keys.signing).fingerprint != keys.fingerprint)
  }

  @Test func readsAFingerprintHoweverItIsTyped() {
    let text = Self.keys.fingerprint
    let typed = [
      text, text.uppercased(), " \(text)\n", text.filter { $0 != "-" },
      text.map { $0 == "-" ? " " : "\($0)" }.joined(),
    ]
    for text in typed { #expect(Self.keys.hasFingerprint(text), "\(text)") }
  }

  @Test func refusesAnotherFingerprint() {
    let text = Self.keys.fingerprint
    for wrong in ["", String(text.dropLast()), text + "a", text + text, "y" + text.dropFirst()] {
      #expect(!Self.keys.hasFingerprint(wrong), "\(wrong)")
    }
  }
}
