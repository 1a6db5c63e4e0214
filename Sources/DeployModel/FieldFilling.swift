import Documents

/// Which fields of a file's entries can be filled in without a person's word.
struct FieldFilling {
  private let file: ProjectFile
  private let root: Node

  /// Nothing for files that are only appended to, and for those whose mistakes come first.
  init?(_ snapshot: ProjectSnapshot, _ file: ProjectFile) {
    guard file.layout != .lines,
      let root = snapshot.documents.documents[file]?.roots?.production,
      !snapshot.documents.distinctDiagnostics(of: file).contains(where: {
        $0.kind == .syntax || $0.kind == .duplicateField
      })
    else { return nil }
    self.file = file
    self.root = root
  }

  func fix(_ field: String, of entry: FieldPath?) -> FindingFix? {
    guard let entry, let node = entry.node(in: root), isAllowed(field, of: node) else {
      return nil
    }
    let description =
      field == "id" ? "add an id that nothing else has" : "add '\(field)' with a fitting time"
    return FindingFix(description, .filling(field, of: entry))
  }

  /// What the vault guards only changes by a signed change, but for the fields that it leaves to
  /// everybody.
  private func isAllowed(_ field: String, of node: Node) -> Bool {
    guard let kind = EntityKind.allCases.first(where: { $0.file == file }) else { return true }
    return EntityDigest.uncovered.contains(field) || SealedEntry(kind, index: 0, node).isFree
  }
}
