/// A line of a source with carets under the part that a finding speaks of.
package struct Excerpt: Sendable {
  /// The longest piece of a line that is shown before the marked part, in Unicode scalars.
  private static let limitBefore = 80
  /// The longest piece that is shown from the beginning of the marked part on.
  private static let limitAfter = 160

  private let number: Int
  private let before: [Unicode.Scalar]
  private let marked: [Unicode.Scalar]
  private let after: [Unicode.Scalar]

  /// - Parameters:
  ///   - line: The line's text without its line ending.
  ///   - number: The line's number, counted from 1.
  ///   - columns: The marked columns, counted in Unicode scalars from 1.
  package init(line: String, number: Int, columns: Range<Int>) {
    self.number = number
    let scalars = Array(line.unicodeScalars)
    let start = min(max(columns.lowerBound - 1, 0), scalars.count)
    let end = min(max(columns.upperBound - 1, start), scalars.count)
    // A line that a program wrote may be millions of characters long.
    let first = max(0, start - Self.limitBefore)
    let last = min(scalars.count, start + Self.limitAfter)
    let ellipsis: [Unicode.Scalar] = ["…"]
    before = (first > 0 ? ellipsis : []) + scalars[first..<start].map { $0.picture }
    marked = scalars[start..<min(end, last)].map { $0.picture }
    let rest = scalars[min(end, last)..<last].map { $0.picture }
    after = rest + (last < scalars.count ? ellipsis : [])
  }

  /// The excerpt for a part of a source; of a part of several lines only the first is marked.
  package init(_ lines: LineIndex, _ part: Range<SourcePosition>) {
    let line = lines.byteRange(ofLine: part.lowerBound.line)
    let start = lines.offset(of: part.lowerBound)
    // Enough bytes for the piece that is shown and one character more on either side, so that it
    // is seen that there are more.
    let first = max(line.lowerBound, start - 4 * (Self.limitBefore + 1))
    let last = min(line.upperBound, start + 4 * (Self.limitAfter + 1))
    let before = lines.text(first..<start).unicodeScalars.suffix(Self.limitBefore + 1)
    let text = String(before) + lines.text(start..<last)
    let length =
      part.upperBound.line == part.lowerBound.line
      ? part.upperBound.column - part.lowerBound.column : text.unicodeScalars.count
    let column = before.count + 1
    self.init(
      line: text, number: part.lowerBound.line, columns: column..<column + max(0, length))
  }

  package init(_ lines: LineIndex, _ span: Span) {
    let start = lines.location(of: span.range.lowerBound)
    self.init(lines, start..<max(start, lines.location(of: span.range.upperBound)))
  }

  /// The excerpt's lines, indented by the width of the line number, and a line of help.
  package func lines(help: String?) -> [String] {
    let gutter = String(repeating: " ", count: String(number).count)
    let text = String(String.UnicodeScalarView(before + marked + after))
    let carets = String(repeating: "^", count: max(1, Self.width(of: marked)))
    var lines = [
      "\(gutter) |",
      text.isEmpty ? "\(number) |" : "\(number) | \(text)",
      "\(gutter) | \(indent)\(carets)",
    ]
    if let help { lines.append("\(gutter) = help: \(help)") }
    return lines
  }

  /// Repeats the tabs of the source, so that the carets line up whatever a tab's width.
  private var indent: String {
    before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: Self.width(of: [$0])) }.joined()
  }

  private static func width(of scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }
}

extension Unicode.Scalar {
  /// The character itself, or a picture of what would act on the terminal or not be seen at all.
  fileprivate var picture: Unicode.Scalar {
    switch value {
    case 0x09: self
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "␡"
    default: isVisible ? self : "\u{FFFD}"
    }
  }
}
