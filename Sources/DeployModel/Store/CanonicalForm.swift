package import Documents

extension ProjectSnapshot {
  /// The text of one file as it was read.
  package func source(of file: ProjectFile) -> SourceText? {
    documents.documents[file]?.source
  }

  /// The files that formatting would change in meaning: broken ones, and ones with doubled keys,
  /// of which only the last could be kept.
  package var filesThatCannotBeFormatted: [ProjectFile] {
    ProjectFile.all.filter { file in
      documents.diagnostics[file]?.contains {
        $0.kind == .syntax || $0.kind == .duplicateField
      } ?? false
    }
  }

  /// The file in canonical form; nothing if it is absent or cannot be read.
  package func canonicalText(of file: ProjectFile) -> String? {
    documents.documents[file]?.roots.map { file.canonicalText($0.production) }
  }
}

extension ProjectFile {
  /// A document of this file in canonical form: fields in declared order, entries by key or name
  /// and then environment. What the entity does not know is kept.
  package func canonicalText(_ root: Node) -> String {
    switch layout {
    case .object: return JSONWriter.document(documentShape.ordered(root))
    case .list(let key):
      return JSONWriter.document(sorted(documentShape.ordered(root), under: key))
    case .lines:
      return root.elements.map { JSONWriter.line(documentShape.ordered($0)) + "\n" }.joined()
    }
  }

  private func sorted(_ root: Node, under key: String) -> Node {
    let members = root.members.map { member in
      var member = member
      if member.key == key, case .array(let entries) = member.value.value {
        member.value = Node(.array(sorted(entries)), span: member.value.span)
      }
      return member
    }
    return Node(.object(members), span: root.span)
  }

  /// Entries that are alike in name and environment keep their order.
  private func sorted(_ entries: [Node]) -> [Node] {
    guard let name = nameField else { return entries }
    return entries.enumerated()
      .map { (rank: Self.rank($0.element, name, $0.offset), node: $0.element) }
      .sorted { $0.rank < $1.rank }
      .map(\.node)
  }

  /// The field by which entries are sorted, in files whose entries have names.
  private var nameField: String? {
    ["key", "service_name"].first { key in shape.fields.contains { $0.key == key } }
  }

  /// Where new entries go among others.
  func positions(among entries: [Node]) -> CanonicalPositions {
    var highest: [(String, Int, Int)] = []
    guard let name = nameField else { return CanonicalPositions(count: entries.count) }
    for (index, entry) in entries.enumerated() {
      let rank = Self.rank(entry, name, index)
      highest.append(highest.last.map { $0 > rank ? $0 : rank } ?? rank)
    }
    return CanonicalPositions(count: entries.count, highest: highest) {
      Self.rank($0, name, entries.count)
    }
  }

  /// New entries in the order in which canonical form puts them.
  func inOrder(_ entries: [Node]) -> [Node] { sorted(entries) }

  private static func rank(_ entry: Node, _ name: String, _ index: Int) -> (String, Int, Int) {
    let environment = entry["environment"]?.text.flatMap(EnvironmentName.init(rawValue:))
    let position = environment.flatMap(EnvironmentName.allCases.firstIndex) ?? Int.max
    return (entry[name]?.text ?? "", position, index)
  }
}

/// Where new entries go among those of a list: each before the first one that canonical form puts
/// after it, however the others stand.
struct CanonicalPositions {
  private let count: Int
  /// The highest rank up to each entry: for 10,000 new entries a search from the beginning would
  /// take longer than all else.
  private let highest: [(String, Int, Int)]
  private let rank: (Node) -> (String, Int, Int)

  fileprivate init(
    count: Int, highest: [(String, Int, Int)] = [],
    rank: @escaping (Node) -> (String, Int, Int) = { _ in ("", 0, 0) }
  ) {
    self.count = count
    self.highest = highest
    self.rank = rank
  }

  func position(of entry: Node) -> Int {
    let rank = rank(entry)
    var (low, high) = (0, highest.count)
    while low < high {
      let middle = (low + high) / 2
      if highest[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return highest.isEmpty ? count : low
  }
}
