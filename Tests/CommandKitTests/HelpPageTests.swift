import Testing

@testable import CommandKit

struct HelpPageTests {
  @Test func givesALongLabelALineOfItsOwn() {
    var page = HelpPage()
    let long = String(repeating: "x", count: 33)
    page.add(title: "Table", rows: [("ab", "one"), (long, "two"), ("c", "")])
    #expect(page.text == "Table:\n  ab  one\n  \(long)\n      two\n  c\n")
  }

  @Test func leavesOutATableWithoutRows() {
    var page = HelpPage()
    page.add(title: "Table", rows: [])
    #expect(page.text == "")
  }

  @Test func alignsTablesThatBelongTogether() {
    var page = HelpPage()
    page.add(tables: [("A", [("a", "one")]), ("B", []), ("C", [("ccc", "two")])])
    #expect(page.text == "A:\n  a    one\n\nC:\n  ccc  two\n")
  }

  @Test func breaksAfterAStartThatTakesHalfTheLine() {
    var page = HelpPage()
    let start = String(repeating: "x", count: 41)
    page.add(start: start, parts: ["[--one]", "[--two]"])
    #expect(page.text == "\(start)\n        [--one] [--two]\n")
  }

  @Test func fillsLinesToTheLastColumn() {
    #expect(HelpPage.wrap(["ab", "cd", "ef"], width: 5) == ["ab cd", "ef"])
    #expect(HelpPage.wrap(["abcdefgh", "i"], width: 5) == ["abcdefgh", "i"])
    #expect(HelpPage.wrap(["é", "e\u{301}", "x"], width: 4) == ["é e\u{301}", "x"])
  }

  @Test func separatesParagraphsAndKeepsIndentedOnes() {
    var page = HelpPage()
    page.add(discussion: "one\ntwo\n\n\n  a\n  b\n\nthree")
    #expect(page.text == "one two\n\n  a\n  b\n\nthree\n")
  }
}
