/// A value that was read from a file, and the name that it has there.
package struct ImportedValue: Sendable {
  package let key: String
  package let value: Secret
  /// The line on which its name stands, from 1.
  package let line: Int
  /// Whether it has a `${…}` that other readers would fill in.
  package let hasReference: Bool

  /// The longest value, in bytes.
  static let sizeLimit = 1 << 20

  init(_ key: String, _ value: Secret, line: Int, hasReference: Bool = false) {
    self.key = key
    self.value = value
    self.line = line
    self.hasReference = hasReference
  }
}
