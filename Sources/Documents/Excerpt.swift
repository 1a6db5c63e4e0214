/// A line of a source with carets under the part that a finding speaks of.
package struct Excerpt: Sendable {
  /// The longest piece of a line that is shown, in Unicode scalars.
  private static let widthLimit = 160

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
    let window = max(0, start - Self.widthLimit / 2)..<min(scalars.count, start + Self.widthLimit)
    before = (window.lowerBound > 0 ? ["…"] : []) + scalars[window.lowerBound..<start]
    marked = Array(scalars[start..<min(end, window.upperBound)])
    after =
      end < window.upperBound
      ? scalars[end..<window.upperBound] + (window.upperBound < scalars.count ? ["…"] : []) : []
  }

  /// The excerpt's lines, indented by the width of the line number, and a line of help.
  package func lines(help: String?) -> [String] {
    let gutter = String(repeating: " ", count: String(number).count)
    let text = (before + marked + after).map(Self.visible).joined()
    let carets = String(repeating: "^", count: max(1, Self.width(of: marked)))
    var lines = [
      "\(gutter) |",
      "\(number) | \(text)",
      "\(gutter) | \(indent)\(carets)",
    ]
    if let help { lines.append("\(gutter) = help: \(help)") }
    return lines
  }

  /// Repeats the tabs of the source, so that the carets line up whatever a tab's width.
  private var indent: String {
    before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: Self.width(of: [$0])) }.joined()
  }

  /// Shows a control character as its picture, so that it cannot act on the terminal.
  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0x00..<0x20: String(Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "?")
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: String(Character(scalar))
    }
  }

  private static func width(of scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }
}
