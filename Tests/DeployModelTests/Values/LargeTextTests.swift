import Testing

@testable import DeployModel

/// Texts that keep nobody waiting: read from each of their beginnings to their end, each would
/// take minutes.
struct LargeTextTests {
  private static let size = 60_000
  private static let token =
    "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiI0MiJ9.xK9pL2mQ7rT4vW8yZ1aBc3Df5Gh6Jk0N9pL2mQ7rT4v"

  private func large(_ piece: String) -> String {
    String(repeating: piece, count: Self.size / piece.utf8.count)
  }

  private func holdsWebToken(_ text: String) -> Bool {
    ASCII.withBytes(of: text) { WebToken.isFound(in: $0) }
  }

  private func knownToken(_ text: String) -> String? {
    ASCII.withBytes(of: text) { KnownToken.find(in: $0)?.kind }
  }

  @Test(arguments: ["eyJ", "eyJaaaaaaaaa.", "eyJaaaaaaaaa.eyJ"])
  func readsBeginningsOfWebTokensOnce(piece: String) {
    #expect(!holdsWebToken(large(piece)))
    #expect(holdsWebToken(large(piece) + " " + Self.token))
  }

  @Test(arguments: ["eyJ", "eyJaaaaaaaaa.", "eyJaaaaaaaaa.eyJaaaaaaaaa."])
  func findsAWebTokenThatBeginsInTheMiddleOfAnotherTry(before: String) {
    #expect(holdsWebToken(before + Self.token))
  }

  @Test(arguments: ["sntrys_", "fm2_abcdefgh1/", "SG.", "SG.abcdefgh1."])
  func readsABoundedPartBehindAPrefix(piece: String) {
    #expect(knownToken(large(piece)) == nil)
  }

  @Test func findsATokenBehindOneThatIsNone() {
    let body = "xK9pL2mQ7rT4vW8yZ1aBc3Df5Gh6Jk0N"
    #expect(knownToken("fm2_example,fm2_" + body) == "a Fly.io token")
    #expect(knownToken(String(repeating: "fm2_example/", count: 20) + "fm2_" + body) != nil)
    #expect(knownToken("fm2_" + String(repeating: body, count: 100) + "example") != nil)
  }

  @Test func encodesNoLabelThatNoDomainCanHave() {
    let letters = (0x4E00...0x9FFF).compactMap(Unicode.Scalar.init)
    let label = String(String.UnicodeScalarView(letters))
    let fault = malformation(of: label + ".example", as: DomainName.init)
    #expect(fault?.help == "write the domain in its punycode form (xn--…)")
  }
}
