/// A value that was read from a file, and the name that it has there.
package struct ImportedValue: Sendable {
  package let key: String
  package let value: Secret
  /// The line on which its name stands, from 1.
  package let line: Int
  /// The line on which its value ends.
  package let lastLine: Int
  /// What other readers of the file take for something else.
  package let doubts: Set<ReadingDoubt>

  /// The longest value, in bytes.
  static let sizeLimit = 1 << 20

  init(
    _ key: String, _ value: Secret, line: Int, lastLine: Int? = nil,
    doubts: Set<ReadingDoubt> = []
  ) {
    self.key = key
    self.value = value
    self.line = line
    self.lastLine = lastLine ?? line
    self.doubts = doubts
  }
}
