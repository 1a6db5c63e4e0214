import Testing

@testable import DeployModel

@Suite struct JoinRequestTests {
  private static let vault = SHA256.hash(Array("vault".utf8))

  private static func request(_ name: String = "bob") throws -> JoinRequest {
    try JoinRequest(to: vault, as: MemberName(name), by: Identity.generate())
  }

  @Test(arguments: ["b", "bob", "ci-2", String(repeating: "x", count: 32)])
  func readsBackWhatWasWritten(_ name: String) throws {
    let request = try Self.request(name)
    #expect(request.text.hasPrefix("flyconf-request-1."))
    #expect(!request.text.contains("\n"))
    let read = try JoinRequest(request.text)
    #expect(read == request)
    #expect(read.vault == Self.vault)
    #expect(read.name.text == name)
  }

  @Test func refusesALineInWhichAnyCharacterWasChanged() throws {
    let text = try Self.request().text
    for index in text.indices {
      var changed = text
      changed.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
      #expect(throws: MalformedValue.self) { try JoinRequest(changed) }
    }
  }

  @Test func refusesALineOfAnotherLength() throws {
    let text = try Self.request().text
    for count in 0..<text.count {
      #expect(throws: MalformedValue.self) { try JoinRequest(String(text.prefix(count))) }
    }
    for ending in ["A", "=", " ", "\n", "é", "\0"] {
      #expect(throws: MalformedValue.self) { try JoinRequest(text + ending) }
    }
  }

  @Test func doesNotQuoteWhatItCannotRead() throws {
    for text in ["sk_live_secret", "flyconf-request-1.sk_live_secret", "flyconf-request-2.x"] {
      do {
        _ = try JoinRequest(text)
        Issue.record("'\(text)' was read")
      } catch {
        #expect(!error.reason.contains("sk_live_secret"))
        #expect(error.help != nil)
      }
    }
  }

  @Test func refusesAKeyThatNothingCanBeSealedFor() throws {
    let identity = try Identity.generate()
    let zeros = [UInt8](repeating: 0, count: 32)
    let keys = PublicKeys(encryption: zeros, signing: identity.publicKeys.signing)
    let signature = try identity.sign(
      SignedMessage.request(vault: Self.vault.hex, name: "bob", keys: keys))
    let payload = Self.vault.bytes + zeros + keys.signing + signature + Array("bob".utf8)
    #expect(throws: MalformedValue.self) {
      try JoinRequest("flyconf-request-1." + Base64URL.encode(payload))
    }
  }

  @Test func refusesANameThatNoMemberCanHave() throws {
    let identity = try Identity.generate()
    let keys = identity.publicKeys
    for name in ["Bob", "-bob", "b b", String(repeating: "x", count: 33)] {
      let signature = try identity.sign(
        SignedMessage.request(vault: Self.vault.hex, name: name, keys: keys))
      let payload =
        Self.vault.bytes + keys.encryption + keys.signing + signature + Array(name.utf8)
      #expect(throws: MalformedValue.self) {
        try JoinRequest("flyconf-request-1." + Base64URL.encode(payload))
      }
    }
  }
}
