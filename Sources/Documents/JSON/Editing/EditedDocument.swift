/// The text of a document that is edited, and where its lines are.
struct EditedDocument {
  /// Where bytes stand, and those that are to stand in their place.
  struct Replacement {
    let range: Range<Int>
    let bytes: [UInt8]

    init(range: Range<Int>, bytes: [UInt8]) {
      self.range = range
      self.bytes = bytes
    }

    init(range: Range<Int>, text: String) { self.init(range: range, bytes: Array(text.utf8)) }
  }

  let source: SourceText
  let lines: LineIndex
  /// What ends the first line, and so the lines that are added.
  let newline: String

  init(_ source: SourceText) {
    self.source = source
    lines = LineIndex(source)
    let first = source.bytes.firstIndex(of: UInt8(ascii: "\n"))
    newline =
      first.map { $0 > 0 && source.bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
      ? "\r\n" : "\n"
  }

  func text(_ range: Range<Int>) -> String { source.text(of: Span(range)) }

  func isOnOneLine(_ range: Range<Int>) -> Bool {
    lines.lineNumber(of: range.lowerBound) == lines.lineNumber(of: range.upperBound)
  }

  func containsNewline(_ range: Range<Int>) -> Bool {
    source.bytes[range].contains(UInt8(ascii: "\n"))
  }

  /// How many columns of its line stand before a byte.
  func column(of offset: Int) -> Int { lines.location(of: offset).column - 1 }

  /// The white space that begins the line of a byte.
  func indentation(ofLineAt offset: Int) -> String {
    let line = lines.byteRange(ofLine: lines.lineNumber(of: offset))
    return text(indentation(of: line.clamped(to: 0..<offset)))
  }

  /// The white space behind the last newline of a range.
  func indentation(ofLastLineIn range: Range<Int>) -> String {
    let newline = source.bytes[range].lastIndex(of: UInt8(ascii: "\n"))
    return text(indentation(of: (newline.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound))
  }

  private func indentation(of line: Range<Int>) -> Range<Int> {
    let end = line.first { offset in
      source.bytes[offset] != UInt8(ascii: " ") && source.bytes[offset] != UInt8(ascii: "\t")
    }
    return line.lowerBound..<(end ?? line.upperBound)
  }

  /// The whole document after replacements, of which one inside another does not count.
  func bytes(replacing replacements: [Replacement]) -> [UInt8] {
    let sorted = replacements.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(replacements.reduce(source.bytes.count) { $0 + $1.bytes.count })
    var done = 0
    for replacement in sorted where replacement.range.lowerBound >= done {
      bytes += source.bytes[done..<replacement.range.lowerBound]
      bytes += replacement.bytes
      done = replacement.range.upperBound
    }
    bytes += source.bytes[done...]
    return bytes
  }
}
