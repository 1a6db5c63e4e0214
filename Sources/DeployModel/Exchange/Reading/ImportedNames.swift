/// The values of a file by their names, each of which may stand there once.
struct ImportedNames {
  private(set) var values: [ImportedValue] = []
  private(set) var mistakes: [ImportMistake] = []
  private var lines: [String: Int] = [:]

  static let helpForDoubled = "keep one of the two; readers disagree on which of them counts"

  mutating func add(_ value: ImportedValue) {
    guard value.value.count <= ImportedValue.sizeLimit else {
      return report(
        ImportMistake(
          line: value.line,
          "the value has \(value.value.count) bytes, more than the limit of "
            + "\(ImportedValue.sizeLimit >> 20) MiB"))
    }
    // What was mistaken for a name may be a secret.
    if let shape = SecretShape.find(in: value.key) {
      return report(
        ImportMistake(
          line: value.line, "what stands for the name looks like \(shape.kind)",
          help: "write a name, '=' and the value"))
    }
    if let first = lines[value.key] {
      return report(
        ImportMistake(
          line: value.line, "the name stands on line \(first) already",
          help: Self.helpForDoubled))
    }
    lines[value.key] = value.line
    values.append(value)
  }

  mutating func report(_ mistake: ImportMistake) { mistakes.append(mistake) }

  /// What was added and reported.
  var file: ImportedFile {
    ImportedFile(values: values, mistakes: ImportMistakes(mistakes: mistakes).mistakes)
  }
}
