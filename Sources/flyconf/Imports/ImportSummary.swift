import DeployModel
import Documents

/// What an import has done, or would do.
struct ImportSummary {
  /// The command's name in its format, such as `env-import`.
  var command: String
  var environment: EnvironmentName
  /// What was read.
  var values: [ImportedValue]
  var entries: [ImportedEntry]
  var isDryRun: Bool
  /// The names of variables that could be credentials.
  var likelyCredentials: [String] = []
  /// The command that usually follows.
  var next: String

  func show(_ change: FinishedChange?, in context: Context) throws {
    defer { LastingMemory.keep(change as Any) }
    let notes = ImportNotes(values, entries, likelyCredentials: likelyCredentials).texts
    let isMachine = context.options.format.isMachine
    try context.console.out(
      isMachine
        ? JSONWriter.document(node(change, notes)) : lines.map { $0 + "\n" }.joined())
    guard !context.options.isQuiet else { return }
    for note in notes { context.console.note("note: \(note)") }
    if change != nil, !isDryRun, !isMachine { context.console.note("next: \(next)") }
  }

  private var lines: [String] {
    guard !entries.isEmpty else { return ["there is nothing in it to import"] }
    let lines = EntityKind.allCases.flatMap { kind in
      [ImportedEntry.Result.created, .set].compactMap { line(kind, $0) }
    }
    let unchanged = entries.count { $0.result == .unchanged }
    guard unchanged > 0 else { return lines }
    if lines.isEmpty {
      return ["nothing changes: \(environment) has all \(Counted(unchanged, "value")) already"]
    }
    return lines + ["\(Counted(unchanged, "value")) unchanged"]
  }

  private func line(_ kind: EntityKind, _ result: ImportedEntry.Result) -> String? {
    let names = entries.filter { $0.kind == kind && $0.result == result }.map(\.name)
    guard !names.isEmpty else { return nil }
    let verb = result == .created ? "create" : "set"
    let shown = isDryRun ? "would \(verb)" : result == .created ? "created" : "set"
    return "\(shown) \(Counted(names.count, kind.rawValue)) in \(environment): "
      + Spelling.list(names)
  }

  private func node(_ change: FinishedChange?, _ notes: [String]) -> Node {
    var members: [Node.Member] = [
      .init("format", "flyconf.\(command)/1"), .init("environment", environment.rawValue),
    ]
    if isDryRun { members.append(Node.Member(key: "dry_run", value: true)) }
    members.append(.init(key: "entries", value: Node(.array(entries.map(Self.node)))))
    if !likelyCredentials.isEmpty {
      members.append(.init(key: "likely_credentials", value: Self.list(likelyCredentials)))
    }
    if !notes.isEmpty { members.append(.init(key: "notes", value: Self.list(notes))) }
    if let change, !isDryRun { members.append(.init("change", change.change.hash.hex)) }
    return Node(.object(members))
  }

  private static func list(_ texts: [String]) -> Node {
    Node(.array(texts.map { Node(.string($0)) }))
  }

  private static func node(_ entry: ImportedEntry) -> Node {
    var members: [Node.Member] = [
      .init("kind", entry.kind.rawValue), .init("name", entry.name),
      .init(key: "line", value: Node(integerLiteral: entry.line)),
      .init("result", entry.result.rawValue),
    ]
    if let compartment = entry.compartment {
      members.append(.init("compartment", compartment.text))
    }
    if entry.isCategoryAssumed { members.append(.init(key: "category_assumed", value: true)) }
    return Node(.object(members))
  }
}
