import Testing

@testable import DeployModel

struct FingerprintTests {
  static let digits = String(repeating: "0a1b2c3d", count: 8)
  static let colons = Array(repeating: "0A:1B:2C:3D", count: 8).joined(separator: ":")

  @Test(arguments: [digits, digits.uppercased(), colons, colons.lowercased()])
  func readsEitherCaseWithOrWithoutColons(text: String) throws {
    #expect(try Fingerprint(text).text == Self.digits)
  }

  @Test(arguments: [
    "sha256:\(digits)", "SHA256 Fingerprint=\(colons)", " \(digits)",
    "sha256 Fingerprint=\(colons)\n",
  ])
  func answersWhatIsAroundTheDigitsWithTheDigits(text: String) {
    #expect(malformation(of: text, as: Fingerprint.init)?.help == "write '\(Self.digits)'")
  }

  @Test(arguments: [
    (32, ", as MD5 has"), (40, ", as SHA-1 has"), (128, ", as SHA-512 has"), (62, ""),
  ])
  func namesTheDigestThatHasSoManyDigits(count: Int, digest: String) {
    #expect(
      malformation(of: String(repeating: "a", count: count), as: Fingerprint.init)?.reason
        == "the fingerprint has \(count) hexadecimal digits\(digest), "
        + "expected the 64 hexadecimal digits of SHA-256")
  }

  @Test(arguments: ["", "\(digits)g", "0A1B:2C3D", "\(colons):", "0a:1b2c", "none"])
  func refusesWhatIsNoFingerprint(text: String) {
    #expect(malformation(of: text, as: Fingerprint.init) != nil)
  }

  @Test func isMadeOfADigest() throws {
    let digest: [UInt8] = Array(repeating: [0x0a, 0x1b, 0x2c, 0x3d], count: 8).flatMap(\.self)
    #expect(try Fingerprint(digest: digest) == Fingerprint(Self.digits))
    #expect(Fingerprint(digest: digest.dropLast()) == nil)
  }
}
