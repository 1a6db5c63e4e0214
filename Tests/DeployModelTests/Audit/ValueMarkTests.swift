import Testing

@testable import DeployModel

@Suite struct ValueMarkTests {
  /// The digest of `abc` is that of FIPS 180-4, example B.1.
  @Test func isTheBeginningOfADigest() {
    #expect(ValueMark(of: "abc").hex == "ba7816bf8f01cfea")
    #expect(ValueMark(of: "") != ValueMark(of: "abc"))
  }

  @Test(arguments: ["ba7816bf8f01cfea", "0000000000000000", "00000000000000ff", "ffffffffffffffff"])
  func keepsItsDigits(_ hex: String) {
    #expect(ValueMark(hex: hex)?.hex == hex)
  }

  @Test(arguments: [
    "", "ba7816bf8f01cfe", "ba7816bf8f01cfea0", "BA7816BF8F01CFEA", "ba7816bf8f01cfeg",
    "+a7816bf8f01cfea",
    " a7816bf8f01cfea",
  ])
  func readsNothingElse(_ text: String) {
    #expect(ValueMark(hex: text) == nil)
  }
}
