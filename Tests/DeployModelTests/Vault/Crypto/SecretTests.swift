import Testing

@testable import DeployModel

struct SecretTests {
  private struct Holder {
    var name = "n"
    var secret: Secret
  }

  @Test func isNeverShown() {
    let secret = Secret("hunter2")
    let holder = Holder(secret: secret)
    var (alone, held) = ("", "")
    dump(secret, to: &alone)
    dump(holder, to: &held)
    for text in [
      "\(secret)", String(describing: secret), String(reflecting: secret), alone, held,
      "\(holder)", String(reflecting: holder), "\([secret])", "\(Optional(secret) as Any)",
    ] {
      #expect(!text.contains("hunter"))
      #expect(!text.contains("104"), "the first byte in decimal")
      #expect(text.contains("<redacted>"))
    }
  }

  @Test func hasNothingForAMirror() {
    let mirror = Mirror(reflecting: Secret("hunter2"))
    #expect(mirror.children.isEmpty)
    #expect(mirror.superclassMirror == nil)
  }

  @Test func isNothingThatAnEncoderTakes() {
    let secret: Any = Secret("hunter2")
    #expect(!(secret is any Encodable))
    #expect(!(secret is any Decodable))
    #expect(!(secret is any Hashable))
    #expect(!(secret is any LosslessStringConvertible))
  }

  @Test func givesItsBytesAndItsText() {
    let secret = Secret("größe")
    #expect(secret.text() == "größe")
    #expect(secret.count == 7)
    #expect(!secret.isEmpty)
    #expect(secret.withBytes([UInt8].init) == [UInt8]("größe".utf8))
    #expect(Secret("").isEmpty)
    #expect(Secret("").text() == "")
    #expect(Secret([0, 1, 2] as [UInt8]).withBytes([UInt8].init) == [0, 1, 2])
  }

  @Test(arguments: [[0xff], [0xc3], [0x61, 0xed, 0xa0, 0x80], [0xc0, 0x80]] as [[UInt8]])
  func hasNoTextUnlessItIsUTF8(bytes: [UInt8]) {
    #expect(Secret(bytes).text() == nil)
  }

  @Test func isEqualByItsBytes() {
    #expect(Secret("a") == Secret([UInt8(ascii: "a")]))
    #expect(Secret("") == Secret(""))
    for other in ["b", "aa", "", "A"] { #expect(Secret("a") != Secret(other)) }
  }

  @Test func takesBytesAndLeavesNone() {
    var bytes: [UInt8] = [1, 2, 3]
    let secret = Secret(wiping: &bytes)
    #expect(bytes == [])
    #expect(secret.withBytes([UInt8].init) == [1, 2, 3])
  }

  @Test func comparesBytesOfAnyLength() {
    #expect(ConstantTime.equal([], []))
    #expect(ConstantTime.equal([1, 2], [1, 2]))
    for other in [[], [1], [1, 3], [0, 2], [1, 2, 0]] as [[UInt8]] {
      #expect(!ConstantTime.equal([1, 2], other))
    }
  }
}
