/// What was read from a file of values.
package struct ImportedFile: Sendable {
  /// Each name once.
  package let values: [ImportedValue]
  /// Whatever else stands there, in the order of its lines; the file is then not imported.
  package let mistakes: [ImportMistake]
}
