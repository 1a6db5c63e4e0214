/// A page of help, built from blocks with a blank line between them.
///
/// Lines are at most 80 columns wide, a column being a Unicode scalar, and end without spaces.
struct HelpPage {
  typealias Row = (label: String, text: String)

  static let width = 80
  /// The widest label that keeps its text beside it.
  private static let labelLimit = 32
  private var blocks: [[String]] = []

  var text: String {
    blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  mutating func add(_ lines: [String]) {
    if !lines.isEmpty { blocks.append(lines) }
  }

  /// Adds words, or other parts that are not to be broken, after a start of the first line.
  mutating func add(start: String, parts: [String]) {
    let length = start.unicodeScalars.count + 1
    let indent = length > Self.width / 2 ? 8 : length
    let lines = Self.wrap(parts, width: Self.width - indent)
    guard let first = lines.first else { return add([start]) }
    let beside = length == indent
    let head = beside ? ["\(start) \(first)"] : [start, Self.spaces(indent) + first]
    add(head + lines.dropFirst().map { Self.spaces(indent) + $0 })
  }

  /// Adds paragraphs; one that begins with a space keeps its lines as they are.
  mutating func add(discussion: String) {
    var paragraph: [String] = []
    let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.map({ String($0) }) + [""] {
      if !line.isEmpty {
        paragraph.append(line)
        continue
      }
      let isFixed = paragraph.first?.hasPrefix(" ") ?? true
      let words = paragraph.flatMap { $0.split(separator: " ").map { String($0) } }
      add(isFixed ? paragraph : Self.wrap(words, width: Self.width))
      paragraph = []
    }
  }

  /// Adds titles with two columns below, which stand under each other in all of them.
  ///
  /// A title without rows is left out.
  mutating func add(tables: [(title: String, rows: [Row])]) {
    let lengths = tables.flatMap { $0.rows }.map { $0.label.unicodeScalars.count }
    let column = lengths.filter { $0 <= Self.labelLimit }.max() ?? 4
    for table in tables where !table.rows.isEmpty {
      let lines = table.rows.flatMap { Self.lines(of: $0, column: column) }
      add(["\(table.title):"] + lines)
    }
  }

  mutating func add(title: String, rows: [Row]) { add(tables: [(title, rows)]) }

  /// Fills lines up to a width; a part that is wider has a line of its own.
  static func wrap(_ parts: [String], width: Int) -> [String] {
    var lines: [String] = []
    var length = 0
    for part in parts {
      let count = part.unicodeScalars.count
      if let last = lines.last, length + 1 + count <= width {
        lines[lines.count - 1] = "\(last) \(part)"
        length += 1 + count
      } else {
        lines.append(part)
        length = count
      }
    }
    return lines
  }

  private static func lines(of row: Row, column: Int) -> [String] {
    let words = row.text.split(separator: " ").map { String($0) }
    let lines = wrap(words, width: width - column - 4)
    let length = row.label.unicodeScalars.count
    let indented = lines.map { spaces(column + 4) + $0 }
    guard length <= column, let first = lines.first else {
      return ["  \(row.label)"] + indented
    }
    return ["  \(row.label)\(spaces(column - length))  \(first)"] + indented.dropFirst()
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
