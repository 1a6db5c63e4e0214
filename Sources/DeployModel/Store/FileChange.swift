/// What a transaction does to one file: the hashes of what stands there before and after.
struct FileChange: Hashable, Sendable {
  /// The name relative to the project's folder.
  let name: String
  /// Nothing if the file is not there before.
  let old: Hash256?
  /// Nothing if the file is removed.
  let new: Hash256?

  /// The temporary file that waits to take the file's place; a removal has none.
  ///
  /// - Parameter index: The change's place in its transaction, from 0.
  func temporary(at index: Int) -> String? {
    new.map { TemporaryName(index: index, hash: $0).text }
  }

  /// The folder inside the project's that the file stands in, if it is not the project's own.
  var subfolder: String? { name.contains("/") ? Path.parent(of: name) : nil }

  /// Whether the file is one that is only ever a file itself, never a link to one.
  var refusesLinks: Bool {
    subfolder != nil || name == "vault.json" || name == ".gitignore"
  }

  /// Whether flyconf writes a file of this name, relative to a project's folder.
  ///
  /// A journal can come from anyone who can commit one: no other file is touched on its word.
  static func isWritten(_ name: String) -> Bool {
    if name == ".gitignore" || baseNames.contains(name) { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return isPlain(parts[0]) && (name.hasSuffix(".json") || name.hasSuffix(".jsonl"))
    case 2:
      guard isPlain(parts[1]) else { return false }
      return parts[0] == SignedChange.folderName && name.hasSuffix(".jsonl")
        || parts[0] == EventFolder.name && name.hasSuffix(".json")
    default: return false
    }
  }

  private static let baseNames = Set(EnvironmentName.allCases.map(BaseFiles.name))

  /// Whether a name is of visible ASCII that no system reads a meaning into, and is not hidden.
  private static func isPlain(_ name: Substring) -> Bool {
    let marks = Array("-_.:+".utf8)
    return !name.hasPrefix(".") && name.utf8.count <= 255
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: marks.contains(byte)
        }
      }
  }
}
