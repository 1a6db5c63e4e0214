package import Documents

/// A file as it was read, and its text with what could be mended.
package struct MendedFile: Sendable {
  package let source: SourceText
  package let text: String
  /// How many findings are mended by it.
  package let count: Int
  /// Whether the file is one of flyctl's.
  package let isFlyToml: Bool

  init(_ source: SourceText, _ text: String, count: Int, isFlyToml: Bool) {
    self.source = source
    self.text = text
    self.count = count
    self.isFlyToml = isFlyToml
  }
}
