import Testing

@testable import DeployModel

@Suite struct ValueGeneratorTests {
  @Test func makesValuesOfTheFormThatIsAskedFor() throws {
    let forms: [(String, Int, Regex<Substring>)] = [
      ("hex:32", 64, /[0-9a-f]+/), ("base64:48", 64, /[A-Za-z0-9+\/]+/),
      ("base64:49", 68, /[A-Za-z0-9+\/]+==/), ("base64:50", 68, /[A-Za-z0-9+\/]+=/),
      ("alnum:40", 40, /[A-Za-z0-9]+/),
      ("words:6", 41, /[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][-aioubdfghjklmnprstvz]+/),
    ]
    for (form, count, pattern) in forms {
      let text = try #require(try ValueGenerator(form).make().text())
      #expect(text.utf8.count == count, "\(form)")
      #expect(text.wholeMatch(of: pattern) != nil, "\(form)")
      #expect(try ValueGenerator(form).make().text() != text)
    }
  }

  @Test func everyLetterIsAsLikelyAsAnyOther() throws {
    var counts: [Character: Int] = [:]
    for _ in 0..<60 {
      for character in try ValueGenerator("alnum:1024").make().text() ?? "" {
        counts[character, default: 0] += 1
      }
    }
    #expect(counts.count == 62)
    // 991 of each are expected; a bias of modulo 62 would give the first eight 1200.
    #expect(counts.values.allSatisfy { 800...1180 ~= $0 }, "\(counts)")
  }

  @Test func saysHowManyBitsOfChanceThereAre() throws {
    #expect(try ValueGenerator("hex:32").bits == 256)
    #expect(try ValueGenerator("words:6").bits == 108)
  }

  @Test(arguments: [
    "hex", "hex:", "hex:7", "hex:-8", "hex:+8", "hex:1025", "hex:32:1", "alnum:10", "words:3",
    "sha:32", "", "hex:99999999999999999999", " hex:32",
  ])
  func refusesWhatIsNoForm(_ text: String) {
    #expect(throws: MalformedValue.self) { try ValueGenerator(text) }
  }

  @Test func countsInWords() {
    for (form, words) in [
      ("hex:1", "1 byte could"), ("alnum:1", "1 character could"), ("hex:2", "2 bytes could"),
    ] {
      let error = #expect(throws: MalformedValue.self) { try ValueGenerator(form) }
      #expect(error?.reason.contains(words) ?? false)
    }
  }

  @Test func neverQuotesWhatMayBeTheValueItself() {
    do {
      _ = try ValueGenerator("hunter2")
      Issue.record("'hunter2' is no form")
    } catch {
      #expect(!error.reason.contains("hunter2"))
    }
  }

  @Test func theLeastLengthsAreAccepted() throws {
    for form in ["hex:8", "base64:8", "alnum:11", "words:4"] {
      #expect(try ValueGenerator(form).bits >= ValueGenerator.leastBits)
    }
  }
}
