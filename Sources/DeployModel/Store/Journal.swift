import Documents

/// The record of a transaction that has been decided and may not be carried out yet.
struct Journal: Hashable, Sendable {
  /// The changes in the order in which they are carried out.
  var changes: [FileChange]

  /// Its name in the project's folder, which git ignores there.
  static let name = "flyconf.journal"
  /// The largest journal that is written or read, in bytes (1 MiB).
  static let sizeLimit = 1 << 20

  private static let format = "flyconf.journal/1"

  /// The bytes of the journal's file.
  var bytes: [UInt8] {
    let files = changes.enumerated().map { index, change in
      Node.object([
        "name": Node(.string(change.name)), "old": Self.text(change.old?.hex),
        "new": Self.text(change.new?.hex), "temporary": Self.text(change.temporary(at: index)),
      ])
    }
    let document = Node.object(["format": Node(.string(Self.format)), "files": Node(.array(files))])
    return Array(JSONWriter.document(document).utf8)
  }

  private static func text(_ text: String?) -> Node { Node(text.map { .string($0) } ?? .null) }

  init(_ changes: [FileChange]) { self.changes = changes }

  /// Reads a journal's file.
  ///
  /// - Throws: `MalformedJournal` if flyconf would not have written it.
  init(reading bytes: [UInt8]) throws(MalformedJournal) {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(name: Self.name, bytes: bytes)
    let root = JSONReader.read(source, sizeLimit: Self.sizeLimit, &diagnostics)
    if let first = diagnostics.first { throw MalformedJournal(first.message) }
    guard let root, root["format"]?.text == Self.format else {
      throw MalformedJournal("its format is not '\(Self.format)'")
    }
    try Self.check(root, has: ["format", "files"])
    changes = []
    var names: Set<String> = []
    for (index, entry) in (root["files"]?.elements ?? []).enumerated() {
      let change = try Self.change(entry, at: index)
      guard names.insert(change.name).inserted else {
        throw MalformedJournal("it names '\(change.name)' twice")
      }
      changes.append(change)
    }
    guard !changes.isEmpty else { throw MalformedJournal("it names no file") }
  }

  private static func change(_ entry: Node, at index: Int) throws(MalformedJournal) -> FileChange {
    try check(entry, has: ["name", "old", "new", "temporary"])
    guard let name = entry["name"]?.text else {
      throw MalformedJournal("its file \(index) has no name")
    }
    guard FileChange.isWritten(name) else {
      throw MalformedJournal("it names \(Quoted(name)), a file that flyconf does not write")
    }
    let change = FileChange(
      name: name, old: try hash(entry["old"], of: name), new: try hash(entry["new"], of: name))
    guard change.old != change.new else {
      throw MalformedJournal("it does not change '\(name)'")
    }
    guard text(change.temporary(at: index)).isEqual(to: entry["temporary"] ?? .init(.null)) else {
      throw MalformedJournal("its temporary file of '\(name)' has another name than it should")
    }
    return change
  }

  private static func check(_ node: Node, has keys: [String]) throws(MalformedJournal) {
    guard node.members.map(\.key) == keys else {
      let list = keys.map { "'\($0)'" }.joined(separator: ", ")
      throw MalformedJournal("an object in it has other fields than \(list)")
    }
  }

  private static func hash(_ node: Node?, of name: String) throws(MalformedJournal) -> Hash256? {
    if case .null = node?.value { return nil }
    guard let text = node?.text, let hash = Hash256(hex: text) else {
      throw MalformedJournal("its hashes of '\(name)' are not all 64 hexadecimal digits or null")
    }
    return hash
  }
}
