/// The text of a document that is edited, and where its lines are.
struct EditedDocument {
  /// Bytes and the text that is to stand in their place.
  struct Replacement {
    let range: Range<Int>
    let text: String
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

  /// The whole text after replacements, of which one inside another does not count.
  func text(replacing replacements: [Replacement]) -> String {
    let sorted = replacements.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    var done = 0
    for replacement in sorted where replacement.range.lowerBound >= done {
      bytes += source.bytes[done..<replacement.range.lowerBound]
      bytes += replacement.text.utf8
      done = replacement.range.upperBound
    }
    bytes += source.bytes[done...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
