import Testing

@testable import DeployModel

struct Hash256Tests {
  private let digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1dfeff"

  @Test func readsAndWritesItsTwoForms() throws {
    let hash = try #require(Hash256(hex: digits))
    #expect(hash.hex == digits)
    #expect("\(hash)" == digits)
    #expect(HexText.text(hash.bytes) == digits)
    #expect(Hash256(bytes: hash.bytes) == hash)
  }

  @Test func readsNothingButSixtyFourLowerCaseDigits() {
    for text in ["", digits + "0", digits.uppercased(), "0x" + digits.dropLast(2)] {
      #expect(Hash256(hex: text) == nil, "'\(text)'")
    }
    for end in ["", "g", " ", "é", "/", ":", "`", "F", "\0"] {
      #expect(Hash256(hex: digits.dropLast() + end) == nil, "'\(end)'")
    }
    #expect(Hash256(hex: digits.dropLast(2) + "é") == nil)
  }

  @Test(arguments: [0, 31, 33]) func takesNothingButThirtyTwoBytes(count: Int) {
    #expect(Hash256(bytes: Array(repeating: 1, count: count)) == nil)
  }

  @Test func isOrderedAsItsText() throws {
    let low = String(repeating: "0", count: 63)
    for place in 0..<64 {
      let text = low.prefix(place) + "1" + low.suffix(63 - place)
      let higher = try #require(Hash256(hex: String(text)))
      let lower = try #require(Hash256(hex: low + "0"))
      #expect(lower < higher)
      #expect(!(higher < lower))
      #expect(lower != higher)
      #expect(Set([lower, higher, lower]).count == 2)
    }
  }

  /// The examples of FIPS 180-2, Appendix B, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isTheDigestOfAMessage(message: String, expected: String) {
    #expect(SHA256.hash([UInt8](message.utf8)).hex == expected)
  }

  @Test func isTheDigestOfALongMessage() {
    let message = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      message.withUnsafeBytes { SHA256.hash($0) }.hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
