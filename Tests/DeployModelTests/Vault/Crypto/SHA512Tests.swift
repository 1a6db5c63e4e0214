import Testing

struct SHA512Tests {
  /// The digest of "abc" in FIPS 180-4's examples: the other tests lean on this implementation.
  @Test func computesThePublishedExample() {
    #expect(
      HexText.text(SHA512.hash([UInt8]("abc".utf8)))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }
}
