import DeployModel

/// The project's `.gitignore`: what commands leave in the folder and git should not keep.
struct IgnoredFiles {
  static let name = ".gitignore"
  private static let lines = ["reads/", "events/", "*.journal", "*~"]
  static let text = lines.map { $0 + "\n" }.joined()

  /// The bytes that stand there; nothing if there is no such file.
  let old: [UInt8]?

  /// Reads what stands in a project's folder.
  init(in layout: ProjectLayout, _ context: Context) throws {
    old = try context.files.plainContents(
      of: Path.join(layout.folder, Self.name), limit: 1 << 20)
  }

  /// Whether every line stands there.
  var isWhole: Bool { old == new }

  /// The bytes with the lines that were missing at their end.
  var new: [UInt8] {
    guard let old else { return Array(Self.text.utf8) }
    let present = Set(
      String(decoding: old, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
    let missing = Self.lines.filter { !present.contains($0) }
    guard !missing.isEmpty else { return old }
    let isClosed = old.isEmpty || old.last == UInt8(ascii: "\n")
    return old + (isClosed ? [] : [UInt8(ascii: "\n")])
      + missing.flatMap { Array("\($0)\n".utf8) }
  }
}
