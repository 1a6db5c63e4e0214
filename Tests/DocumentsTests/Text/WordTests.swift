import Testing

@testable import Documents

struct WordTests {
  @Test(
    arguments: [
      ("regoin_primary", "region_primary"), ("REGION_PRIMARY", "region_primary"),
      ("scalingmax", "scaling_max"), ("app-name", "app_name"), ("appname", "app_name"),
      ("scaling_min_", "scaling_min"), ("b", "a"),
    ])
  func findsTheNearestWord(_ word: String, _ meant: String) {
    let words = ["app_name", "region_primary", "scaling_min", "scaling_max", "a"]
    #expect(Spelling.nearest(to: word, in: words) == meant)
  }

  @Test(arguments: ["xyz", "domain", "", "a", String(repeating: "a", count: 65)])
  func findsNoneThatIsFarOrTheWordItself(_ word: String) {
    #expect(Spelling.nearest(to: word, in: ["app_name", "region_primary"]) == nil)
    #expect(Spelling.nearest(to: word, in: [word]) == nil)
  }

  @Test func prefersTheFirstOfWordsThatAreEquallyNear() {
    #expect(Spelling.nearest(to: "cat", in: ["bat", "hat"]) == "bat")
    #expect(Spelling.nearest(to: "abcdef", in: ["abcxyf", "abcxef"]) == "abcxef")
  }

  @Test func countsASwapOfNeighboursAsOneMistake() {
    #expect(Spelling.nearest(to: "rfa", in: ["fra"]) == "fra")
    #expect(Spelling.nearest(to: "afr", in: ["fra"]) == nil)
  }

  @Test func listsAtMostEightWords() {
    let words = (1...10).map { "w\($0)" }
    #expect(Spelling.list(Array(words.prefix(8))) == "w1, w2, w3, w4, w5, w6, w7, w8")
    #expect(Spelling.list(words) == "w1, w2, w3, w4, w5, w6, w7, w8 … and 2 more")
    #expect(Spelling.help(for: "w1x", in: words) == "did you mean 'w1'?")
    #expect(Spelling.help(for: "other", in: ["fra"]) == "expected one of fra")
  }

  @Test(
    arguments: [
      ("plain é", "'plain é'"), ("a\u{1B}[2J\n", #"'a\u{1b}[2J\u{a}'"#),
      ("\u{202E}x\u{2028}\u{FEFF}", #"'\u{202e}x\u{2028}\u{feff}'"#), ("", "''"),
      ("👩\u{200D}👧", "'👩\u{200D}👧'"), ("\u{7F}\u{9B}", #"'\u{7f}\u{9b}'"#),
    ])
  func quotesATextWithoutItsControlCharacters(_ text: String, _ quoted: String) {
    #expect(Quoted(text).description == quoted)
  }

  @Test func cutsALongQuotation() {
    #expect(Quoted(String(repeating: "x", count: 80)).description.count == 82)
    let long = Quoted("a" + String(repeating: "\u{301}", count: 1000)).description
    #expect(long.unicodeScalars.count == 83 && long.hasSuffix("…'"))
  }

  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｘ", 2), ("🚀", 2), ("⚡", 2), ("✅", 2),
      ("🌡", 1), ("🇩🇪", 2), ("\u{200D}", 0), ("\u{FE0F}", 0), ("가", 2), ("\u{303F}", 1), ("", 0),
      ("←", 1), ("…", 1), ("𠀀", 2), ("（", 2), ("ｱ", 1), ("\u{AD}", 1),
    ])
  func knowsTheWidthOfACharacter(_ text: String, _ width: Int) {
    #expect(DisplayWidth.columns(of: text) == width)
  }
}

extension WordTests {
  @Test func knowsAnAbbreviationOfOneCandidate() {
    #expect(Spelling.nearest(to: "prod", in: ["production", "staging"]) == "production")
    #expect(Spelling.nearest(to: "prod", in: ["production", "products"]) == nil)
    #expect(Spelling.nearest(to: "pr", in: ["production"]) == nil)
  }
}
