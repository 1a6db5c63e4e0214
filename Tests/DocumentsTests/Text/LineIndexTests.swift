import Testing

@testable import Documents

struct LineIndexTests {
  private static func index(_ text: String) -> LineIndex { LineIndex(SourceText(name: "a", text)) }

  private static func places(_ text: String, _ offsets: [Int]) -> [[Int]] {
    let index = index(text)
    return offsets.map { index.location(of: $0) }.map { [$0.line, $0.column] }
  }

  @Test func countsLinesAndColumnsFromOne() {
    #expect(
      Self.places("ab\nc\n", [0, 1, 2, 3, 4, 5])
        == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [3, 1]])
    #expect(Self.places("", [0]) == [[1, 1]])
  }

  @Test func takesAnOffsetPastTheEndForTheEnd() {
    #expect(Self.places("ab", [2, 3, 999]) == [[1, 3], [1, 3], [1, 3]])
  }

  @Test func countsColumnsInScalars() {
    // One byte, two, three, four, and a letter with a combining mark of its own.
    #expect(Self.places("aé€🚀e\u{301}x", [0, 1, 3, 6, 10, 11, 13]).map { $0[1] } == Array(1...7))
    // Inside a character, its own column has been counted.
    #expect(Self.places("é!", [1, 2]) == [[1, 2], [1, 2]])
  }

  @Test func countsACarriageReturnAsPartOfItsLine() {
    let index = Self.index("a\r\nb\r\n\r\nc\rd")
    #expect((1...4).map { index.line($0) } == ["a", "b", "", "c\rd"])
    #expect(index.location(of: 3) == SourcePosition(line: 2, column: 1))
    #expect(index.location(of: 1) == SourcePosition(line: 1, column: 2))
  }

  @Test func hasNoTextForLinesThatAreNotThere() {
    let index = Self.index("a\nb")
    #expect([-1, 0, 3].map { index.line($0) } == ["", "", ""])
    #expect(Self.index("a\n").line(2) == "")
  }

  @Test func showsInvalidBytesAsReplacements() {
    #expect(
      LineIndex(SourceText(name: "a", bytes: [0x61, 0xFF, 0x0A, 0x62])).line(1) == "a\u{FFFD}")
  }

  /// The index keeps a count for each 4096 bytes.
  @Test func agreesWithCountingOverManyBlocks() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "é", "€", "🚀", "x"]
    var text = ""
    for _ in 0..<12_000 {
      text += generator.below(3000) == 0 ? "\n" : generator.pick(pieces)
    }
    let index = Self.index(text)
    var (line, column, offset) = (1, 1, 0)
    for (count, scalar) in text.unicodeScalars.enumerated() {
      let position = SourcePosition(line: line, column: column)
      if count % 7 == 0 || scalar == "\n" {
        #expect(index.location(of: offset) == position)
        #expect(index.offset(of: position) == offset)
      }
      offset += UTF8.width(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    #expect(index.location(of: offset) == SourcePosition(line: line, column: column))
  }

  @Test func findsTheOffsetOfAPlaceAndTheLinesEndForOnePastIt() {
    let index = Self.index("aé\r\nb")
    #expect(index.offset(of: SourcePosition(line: 1, column: 3)) == 3)
    #expect(index.offset(of: SourcePosition(line: 1, column: 9)) == 3)
    #expect(index.offset(of: SourcePosition(line: 2, column: 1)) == 5)
    #expect(index.offset(of: SourcePosition(line: 2, column: 0)) == 5)
    #expect(index.offset(of: SourcePosition(line: 9, column: 1)) == 6)
  }

  /// Counting from the beginning of the line each time took minutes.
  @Test func findsManyPlacesInOneLongLineQuickly() {
    let index = Self.index(String(repeating: "é", count: 200_000))
    let duration = ContinuousClock().measure {
      for offset in stride(from: 0, to: 400_000, by: 200) {
        #expect(index.location(of: offset).column == offset / 2 + 1)
      }
    }
    #expect(duration < .seconds(20))
  }
}
