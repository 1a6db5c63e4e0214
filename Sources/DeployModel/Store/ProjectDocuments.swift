import Documents

/// The documents of a project as read: their text, their nodes, and what was wrong with them.
package struct ProjectDocuments: Sendable {
  /// One file: its text, and its value in each environment.
  struct Document: Sendable {
    var source: SourceText
    /// Nothing after a syntax error.
    var roots: PerEnvironment<Node>?
    var suppressions: SuppressionList?
  }

  private(set) var documents: [ProjectFile: Document] = [:]
  private(set) var diagnostics: [ProjectFile: [Diagnostic]] = [:]

  init(_ sources: [ProjectFile: SourceText]) {
    for (file, source) in sources {
      let roots = parse(file, source)
      let suppressions = roots.map { roots in
        SuppressionList(roots.production, file, &diagnostics[file, default: []])
      }
      documents[file] = Document(source: source, roots: roots, suppressions: suppressions)
    }
  }

  /// Whether nothing is wrong with the documents that keeps a value from being read.
  var isSound: Bool {
    diagnostics.values.joined().allSatisfy {
      $0.kind == .missingGeneratedField || $0.kind == .invalidSuppression
    }
  }

  /// What was wrong with a document, a mistake that several environments share only once.
  func distinctDiagnostics(of file: ProjectFile) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return (diagnostics[file] ?? []).filter { seen.insert($0).inserted }
  }

  // MARK: Nodes

  private mutating func parse(_ file: ProjectFile, _ source: SourceText) -> PerEnvironment<Node>? {
    var found: [Diagnostic] = []
    defer { diagnostics[file, default: []] += found }
    switch file.layout {
    case .lines:
      return PerEnvironment(same: JSONLines.read(source, &found))
    case .list:
      return JSONReader.read(source, &found).map(PerEnvironment.init(same:))
    case .object:
      return JSONReader.read(source, &found).map { EnvironmentPatches.apply(to: $0, file, &found) }
    }
  }

  // MARK: Entities

  /// Reads the entity that has a file of its own, once for each environment.
  mutating func object<E: ProjectEntity>(_ file: ProjectFile) -> Readable<PerEnvironment<E>?> {
    guard let document = documents[file] else { return .value(nil) }
    guard let roots = document.roots else { return .unreadable }
    return .value(
      PerEnvironment(
        production: read(roots.production, file), staging: read(roots.staging, file),
        development: read(roots.development, file)))
  }

  /// Reads the entries of a list; an entry that is no object is there, with nothing readable.
  mutating func list<E: ProjectEntity>(_ file: ProjectFile) -> Readable<[E]> {
    guard let document = documents[file] else { return .value([]) }
    guard let root = document.roots?.production, let entries = entries(in: root, of: file)
    else { return .unreadable }
    var found: [Diagnostic] = []
    var entities: [E] = []
    entities.reserveCapacity(entries.count)
    for start in stride(from: 0, to: entries.count, by: Self.roundSize) {
      let round = Array(entries[start..<min(start + Self.roundSize, entries.count)])
      for part in ParallelWork.map(round, EntryReading<E>.init) {
        entities += part.entities
        found += part.found
      }
      if found.count >= Self.diagnosticsLimit {
        found = Array(found.prefix(Self.diagnosticsLimit))
        found.append(Self.tooMany(at: entries[entities.count - 1]))
        break
      }
    }
    diagnostics[file, default: []] += found
    return .value(entities)
  }

  /// Some of the entries of a list, read by themselves.
  private struct EntryReading<E: ProjectEntity>: Sendable {
    var entities: [E] = []
    var found: [Diagnostic] = []

    init(_ entries: ArraySlice<Node>) {
      entities.reserveCapacity(entries.count)
      for entry in entries { entities.append(E.schema.read(entry, &found)) }
    }
  }

  /// How many entries are read before their mistakes are counted.
  private static let roundSize = 8192
  /// How many mistakes of one file are remembered: a file of nothing else would fill the memory.
  private static let diagnosticsLimit = 100_000

  private static func tooMany(at entry: Node) -> Diagnostic {
    Diagnostic(
      .wrongType, "more than \(diagnosticsLimit) mistakes: what follows was not looked at",
      help: "is this the right file?", at: entry.place)
  }

  private mutating func read<E: ProjectEntity>(_ node: Node, _ file: ProjectFile) -> E {
    E.schema.read(
      node, excused: E.excusedFields(in: node), &diagnostics[file, default: []])
  }

  private mutating func entries(in root: Node, of file: ProjectFile) -> [Node]? {
    switch file.layout {
    case .object: return nil
    case .lines: return root.elements
    case .list(let key): return listed(under: key, in: root, of: file)
    }
  }

  /// The entries under a list's one field, after saying what else the file holds.
  private mutating func listed(
    under key: String, in root: Node, of file: ProjectFile
  ) -> [Node]? {
    let list = EntryList(key: key)
    var found: [Diagnostic] = []
    defer { diagnostics[file, default: []] += found }
    return list.entries(in: root, &found)
  }
}

extension PerEnvironment {
  /// The same value in every environment.
  init(same value: Value) {
    self.init(production: value, staging: value, development: value)
  }
}
