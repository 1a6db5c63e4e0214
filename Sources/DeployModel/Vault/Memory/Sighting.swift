import Documents

/// The newest changes of a vault that were seen in one copy of a project.
package struct Sighting: Hashable, Sendable {
  /// The project's folder, links followed.
  package var project: String
  package var tips: [Hash256]

  /// No change that flyconf reads is larger, in bytes.
  private static let sizeLimit = 256 << 20

  package init(project: String, tips: [Hash256]) {
    self.project = project
    self.tips = tips
  }

  /// Whether the copy that was seen still has a change: then another copy that lacks it is only
  /// behind, as two clones on one machine are until one pulls.
  func stillHas(_ tip: Hash256, _ files: FileSystem) -> Bool {
    let folder = Path.join(project, SignedChange.folderName)
    let names = (try? files.names(in: folder)) ?? nil
    return (names ?? []).filter { $0.hasSuffix("-\(tip.hex.prefix(8)).jsonl") }.contains { name in
      let bytes = try? files.plainContents(of: Path.join(folder, name), limit: Self.sizeLimit)
      return bytes.flatMap { $0 }.map { SHA256.hash($0) == tip } ?? false
    }
  }

  var node: Node {
    Node(.object([.init("project", project), .init("tips", tips.map(\.hex))]))
  }

  init?(_ node: Node) {
    guard let project = node["project"]?.text else { return nil }
    self.project = project
    tips = (node["tips"]?.elements ?? []).compactMap { $0.text.flatMap { Hash256(hex: $0) } }
  }
}
