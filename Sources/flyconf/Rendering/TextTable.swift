import Documents

/// Rows of text with their columns aligned.
struct TextTable {
  private let rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows.map { $0.map(\.visible) } }

  /// The rows as lines; the last column is never padded.
  var text: String {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : pad(cell, to: widths[column])
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text)))
  }
}
