import Testing

@testable import Documents

struct ExcerptTests {
  private static func excerpt(
    _ line: String, _ columns: Range<Int>, number: Int = 3, help: String? = nil
  ) -> String {
    Excerpt(line: line, number: number, columns: columns).lines(help: help)
      .joined(separator: "\n")
  }

  @Test func marksTheColumnsAndGivesHelp() {
    #expect(
      Self.excerpt("  \"region\": \"frb\",", 13..<18, help: "did you mean 'fra'?") == """
          |
        3 |   "region": "frb",
          |             ^^^^^
          = help: did you mean 'fra'?
        """)
  }

  @Test func indentsByTheWidthOfTheLineNumber() {
    #expect(
      Self.excerpt("{", 1..<2, number: 1234, help: "x") == """
             |
        1234 | {
             | ^
             = help: x
        """)
  }

  @Test func repeatsTheTabsOfTheSource() {
    #expect(Self.excerpt("\t\"a\":\t1", 7..<8) == "  |\n3 | \t\"a\":\t1\n  | \t    \t^")
  }

  @Test func countsWideCharactersAsTwoColumns() {
    #expect(
      Self.excerpt("\"港🚀\": \"ｘ日\"", 7..<11) == """
          |
        3 | "港🚀": "ｘ日"
          |         ^^^^^^
        """)
  }

  @Test func countsCombiningMarksAsNone() {
    #expect(
      Self.excerpt("\"e\u{301}\": e\u{301}x", 7..<10) == """
          |
        3 | "e\u{301}": e\u{301}x
          |      ^^
        """)
  }

  @Test func marksOneColumnWhereThereIsNothingToMark() {
    #expect(Self.excerpt("{", 2..<2) == "  |\n3 | {\n  |  ^")
    #expect(Self.excerpt("", 1..<1) == "  |\n3 |\n  | ^")
    // Beyond the line: after its last character.
    #expect(Self.excerpt("ab", 9..<12) == "  |\n3 | ab\n  |   ^")
    #expect(Self.excerpt("ab", 0..<2) == "  |\n3 | ab\n  | ^")
  }

  @Test func showsControlCharactersAsPictures() {
    #expect(
      Self.excerpt("\"\u{1B}[2J\0\u{7F}\u{9B}\": 1\r2", 2..<3) == """
          |
        3 | "␛[2J␀␡�": 1␍2
          |  ^
        """)
  }

  @Test func showsWhatTurnsOrHidesText() {
    #expect(
      Self.excerpt(
        "\"\u{202E}\u{2066}\u{200F}\u{61C}\u{200B}\u{FEFF}\u{2028}\u{E0041}\": 1", 12..<13)
          == """
            |
          3 | "��������": 1
            |            ^
          """)
    // Part of how emoji and some languages are written.
    #expect(Self.excerpt("👩\u{200D}👧", 1..<4) == "  |\n3 | 👩\u{200D}👧\n  | ^^^^")
  }

  @Test func cutsALongLineOnBothSides() {
    let line = String(repeating: "a", count: 500) + "XYZ" + String(repeating: "b", count: 500)
    let text =
      "…" + String(repeating: "a", count: 80) + "XYZ" + String(repeating: "b", count: 157) + "…"
    let carets = String(repeating: " ", count: 81) + "^^^"
    #expect(Self.excerpt(line, 501..<504) == "  |\n3 | \(text)\n  | \(carets)")
  }

  @Test func cutsALongMark() {
    let line = "\"" + String(repeating: "a", count: 1000) + "\""
    let text = "\"" + String(repeating: "a", count: 159) + "…"
    let carets = String(repeating: "^", count: 160)
    #expect(Self.excerpt(line, 1..<1003) == "  |\n3 | \(text)\n  | \(carets)")
  }

  // MARK: Out of a source

  private static func marking(_ span: Range<Int>, of text: String) -> String {
    Excerpt(LineIndex(SourceText(name: "a", text)), Span(span)).lines(help: nil)
      .joined(separator: "\n")
  }

  @Test func marksASpan() {
    #expect(Self.marking(5..<9, of: "{\n  \"é\": 1,\n}") == "  |\n2 |   \"é\": 1,\n  |    ^^^")
  }

  @Test func marksOnlyTheFirstOfSeveralLines() {
    #expect(
      Self.marking(9..<23, of: "{\n  \"a\": [1,\n    2\n  ]\n}")
        == "  |\n2 |   \"a\": [1,\n  |        ^^^")
  }

  @Test func marksUpToACarriageReturn() {
    #expect(Self.marking(0..<7, of: "[1,\r\n2]\r\n") == "  |\n1 | [1,\n  | ^^^")
    #expect(Self.marking(5..<6, of: "[1,\r\n2]\r\n") == "  |\n2 | 2]\n  | ^")
  }

  @Test func marksTheEndOfTheFile() {
    #expect(Self.marking(10..<10, of: "{\n  \"a\": 1") == "  |\n2 |   \"a\": 1\n  |         ^")
    #expect(Self.marking(3..<3, of: "{}\n") == "  |\n2 |\n  | ^")
    #expect(Self.marking(0..<0, of: "") == "  |\n1 |\n  | ^")
    #expect(Self.marking(90..<95, of: "{}") == "  |\n1 | {}\n  |   ^")
  }

  @Test func marksTheRangeBetweenTwoPlaces() {
    let lines = LineIndex(SourceText(name: "a", "{\n  \"é\": true\n}"))
    let range = SourcePosition(line: 2, column: 8)..<SourcePosition(line: 2, column: 12)
    #expect(
      Excerpt(lines, range).lines(help: nil) == ["  |", "2 |   \"é\": true", "  |        ^^^^"])
  }

  @Test(arguments: [["a", "é", "€", "🚀", "日"], ["🚀"], ["a"]])
  func agreesWithTheWholeLineWhereverALongLineIsCut(_ characters: [String]) {
    var generator = SeededGenerator(seed: 5)
    let line = (0..<3000).map { _ in generator.pick(characters) }.joined()
    let lines = LineIndex(SourceText(name: "a", "{\n" + line + "\n}"))
    for column in stride(from: 1, through: 3001, by: 37) {
      let end = column + generator.below(200)
      let range = SourcePosition(line: 2, column: column)..<SourcePosition(line: 2, column: end)
      #expect(
        Excerpt(lines, range).lines(help: nil)
          == Excerpt(line: line, number: 2, columns: column..<end).lines(help: nil))
    }
  }
}
