/// Something that is wrong with a file of values: where and what, never what stands there.
package struct ImportMistake: Error, Hashable {
  /// From 1.
  package let line: Int
  /// In characters from 1; nothing where it is about the whole line.
  package let column: Int?
  package let reason: String
  package let help: String?

  package init(line: Int, column: Int? = nil, _ reason: String, help: String? = nil) {
    self.line = line
    self.column = column
    self.reason = reason
    self.help = help
  }
}

/// Every mistake of a file, in the order of its lines.
package struct ImportMistakes: Error {
  package let mistakes: [ImportMistake]

  package init(mistakes: [ImportMistake]) {
    self.mistakes = mistakes.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
  }
}
