import Testing

@testable import DeployModel

struct SealedTextTests {
  static let key = "abcdefghijklmnop2345"
  static let payload = String(repeating: "A", count: 96)

  @Test func readsKeyRevisionAndPayload() throws {
    let sealed = try SealedText("fc1.\(Self.key).18446744073709551615.\(Self.payload)")
    #expect(sealed.keyIdentifier == Self.key)
    #expect(sealed.revision == UInt64.max)
    #expect(sealed.payload == [UInt8](repeating: 0, count: 72))
  }

  @Test func readsWhatItWrites() throws {
    let payload = (0..<100).map { UInt8($0 * 37 % 256) }
    let sealed = try SealedText(keyIdentifier: Self.key, revision: 3, payload: payload)
    #expect(try SealedText(sealed.text) == sealed)
    #expect(sealed.payload == payload)
  }

  @Test(arguments: [
    ("", "does not begin with 'fc1.'"), ("fc2.\(key).1.\(payload)", "does not begin with 'fc1.'"),
    ("fc1.\(key)", "has no revision number"), ("fc1.short.1.\(payload)", "has no key name"),
    ("fc1.ABCDEFGHIJKLMNOP2345.1.\(payload)", "has no key name"),
    ("fc1.abcdefghijklmnop2341.1.\(payload)", "has no key name"),
    ("fc1.\(key)2.1.\(payload)", "has no key name"),
    ("fc1.\(key).0.\(payload)", "has no revision number"),
    ("fc1.\(key).01.\(payload)", "has no revision number"),
    ("fc1.\(key).+1.\(payload)", "has no revision number"),
    ("fc1.\(key)..\(payload)", "has no revision number"),
    ("fc1.\(key).18446744073709551616.\(payload)", "has no revision number"),
    ("fc1.\(key).1", "has no payload"), ("fc1.\(key).1.", "has a payload of 0 bytes"),
    ("fc1.\(key).1.\(payload)=", "has no payload"), ("fc1.\(key).1.\(payload).", "has no payload"),
    ("fc1.\(key).1.\(payload)\n", "has no payload"), ("fc1.\(key).1.\(payload)A", "has no payload"),
    ("fc1.\(key).1.\(payload)AB", "has no payload"),
    ("fc1.\(key).1.\(payload)AAB", "has no payload"),
    ("fc1.\(key).1.\(payload.dropLast())", "has a payload of 71 bytes"),
    ("fc1.\(key).1.\(payload.dropLast())+", "has no payload"),
  ])
  func refusesAnythingNotExactlyOfItsForm(text: String, fault: String) {
    let reason = malformation(of: text, as: SealedText.init)?.reason
    #expect(reason?.hasPrefix("the sealed value \(fault)") == true)
    #expect(reason?.contains("AAAA") == false)
  }

  @Test(
    arguments: [
      ([], ""), ([0x66], "Zg"), ([0x66, 0x6f], "Zm8"), ([0x66, 0x6f, 0x6f], "Zm9v"),
      ([0x66, 0x6f, 0x6f, 0x62, 0x61], "Zm9vYmE"), ([0xfb, 0xff, 0xbf], "-_-_"),
    ] as [([UInt8], String)])
  func encodesAndDecodesAsTheStandardDoes(bytes: [UInt8], text: String) {
    #expect(Base64URL.encode(bytes) == text)
    #expect(Base64URL.decode(text.utf8) == bytes)
    #expect(Base64URL.decodedCount(of: text.utf8) == bytes.count)
  }

  @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "Zm9v\n", "+/+/", "Zm 9v", "Zm9vY"])
  func decodesNothingThatIsNotCanonical(text: String) {
    #expect(Base64URL.decode(text.utf8) == nil)
  }
}
