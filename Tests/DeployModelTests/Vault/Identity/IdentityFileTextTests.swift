import Testing

@testable import DeployModel

@Suite struct IdentityFileTextTests {
  @Test func readsWhatItWrites() throws {
    let identity = try Identity.generate()
    let file = try IdentityFileText(.plain(identity))
    let text = try #require(file.contents.text())
    #expect(text.hasPrefix("# This identity opens what is sealed for you"))
    #expect(text.hasSuffix("\n"))
    let read = try IdentityFileText(file.contents).identity
    #expect(IdentityTextTests.keys(read) == identity.publicKeys)
  }

  @Test func aDemoSaysThatEveryoneHasIt() throws {
    let text = try IdentityFileText(.demo(Identity.generate())).contents.text()
    #expect(text?.hasPrefix("# Everyone has this identity") == true)
  }

  @Test(arguments: ["LINE", "LINE\n", "\r\nLINE\r\n", "  LINE \n\n", "# one\n\n#two\nLINE\n#three"])
  func findsTheIdentityAmongCommentsAndEmptyLines(_ text: String) throws {
    let identity = try Identity.generate()
    let line = try #require(IdentityText.plain(identity).text.text())
    let file = try IdentityFileText(Secret(text.replacing("LINE", with: line)))
    #expect(IdentityTextTests.keys(file.identity) == identity.publicKeys)
  }

  @Test func commentsStayWhereAnotherIdentityIsPut() throws {
    let old = try #require(IdentityText.plain(Identity.generate()).text.text())
    let new = IdentityText.plain(try Identity.generate())
    let file = try IdentityFileText(Secret("# mine\r\n\n \(old)\r\n# end"))
    let line = try #require(new.text.text())
    #expect(try file.replacing(with: new).contents.text() == "# mine\r\n\n \(line)\r\n# end")
  }

  @Test(arguments: [
    ("", "no identity stands there"),
    ("# nothing\n\n", "no identity stands there"),
    ("# ok\nhunter2-hunter2\n", "line 2 is neither an identity nor a comment"),
    ("LINE\nLINE\n", "line 2 holds a second identity, expected one alone"),
    ("LINE hunter2\n", "the identity has 56 characters"),
    ("IDENTITY=LINE\n", "line 1 is neither an identity nor a comment"),
    ("\u{FEFF}LINE\n", "line 1 is neither an identity nor a comment"),
    ("-----BEG\("")IN PRIVATE KEY-----\nhunter2\n", "line 1 is neither an identity nor a comment"),
    ("FLYCONF-IDENTITY-2-hunter2\n", "the identity has a form"),
  ])
  func refusesAnythingElseWithoutQuotingIt(_ text: String, _ message: String) throws {
    let line = try #require(IdentityText.plain(Identity.generate()).text.text())
    let error = try #require(throws: MalformedValue.self) {
      try IdentityFileText(Secret(text.replacing("LINE", with: line)))
    }
    #expect(error.reason.hasPrefix(message), "\(error)")
    #expect(!"\(error)".contains("hunter2"))
    #expect(!"\(error)".contains(line.suffix(10)))
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    for bytes in [[UInt8](0...255), [0xFF, 0xFE, 0x0A], [0], [0x0A, 0x00]] {
      #expect(throws: MalformedValue.self) { try IdentityFileText(Secret(bytes)) }
    }
  }
}
