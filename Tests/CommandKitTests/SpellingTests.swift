import Testing

@testable import CommandKit

struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("", "ab", 2), ("ab", "", 2), ("abc", "abd", 1),
    ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("prodution", "production", 1),
  ])
  func countsEdits(_ first: String, _ second: String, distance: Int) {
    let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    #expect(Spelling.distance(first, second) == distance)
    #expect(Spelling.distance(second, first) == distance)
  }

  @Test func allowsAThirdOfTheLettersToBeWrong() {
    #expect(Spelling.nearest(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
    #expect(Spelling.nearest(to: "abcdef", among: ["abcxyz"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: ["ac"]) == "ac")
    #expect(Spelling.nearest(to: "ab", among: ["cd"]) == nil)
  }

  @Test func takesTheNearestAndOfEqualsTheFirst() {
    #expect(Spelling.nearest(to: "stag", among: ["stop", "stage", "stags"]) == "stage")
    #expect(Spelling.nearest(to: "stag", among: ["stags", "stage"]) == "stags")
  }

  @Test func suggestsNothingWhenNoLetterIsRight() {
    #expect(Spelling.nearest(to: "x", among: ["y", "z"]) == nil)
    #expect(Spelling.nearest(to: "", among: ["y"]) == nil)
  }

  @Test func knowsAnAbbreviationOfOneCandidate() {
    #expect(Spelling.nearest(to: "prod", among: ["production", "staging"]) == "production")
    #expect(Spelling.nearest(to: "prod", among: ["production", "products"]) == nil)
    #expect(Spelling.nearest(to: "pr", among: ["production"]) == nil)
  }
}
