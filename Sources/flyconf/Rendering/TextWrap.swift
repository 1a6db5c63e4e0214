import Documents

/// Breaks running text into lines.
enum TextWrap {
  static func wrapped(_ text: String, to width: Int) -> String {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let line = lines.last,
        DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: String(word)) <= width
      {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text on one line.
  static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
