import Documents

/// What an import is to change, before anything is sealed, and what it is for each value.
struct ImportPlan: Sendable {
  private(set) var edits: [EntryEdit] = []
  private(set) var entries: [ImportedEntry] = []
  private(set) var mistakes: [ImportMistake] = []
  /// The entries that the author may not change.
  private var refused: [SealedEntry] = []

  /// Adds what was planned for the values that follow.
  mutating func append(_ other: ImportPlan) {
    edits += other.edits
    entries += other.entries
    mistakes += other.mistakes
    refused += other.refused
  }

  /// Makes a mistake of what a value or the command line asks for and cannot have.
  ///
  /// - Throws: Whatever else is in the way of the whole import.
  mutating func report(_ error: any Error, of value: ImportedValue) throws {
    switch error {
    case let mistake as ImportMistake: mistakes.append(mistake)
    case let error as MalformedValue:
      mistakes.append(ImportMistake(line: value.line, error.reason, help: error.help))
    case let refusal as VaultRefusal where refusal.kind == .request:
      mistakes.append(ImportMistake(line: value.line, refusal.message, help: refusal.help))
    default: throw error
    }
  }

  /// Whether an author may not change an entry, which is then part of no change.
  mutating func refuses(_ entry: SealedEntry, _ draft: VaultDraft) -> Bool {
    guard !draft.refusedCompartments([], [entry]).isEmpty else { return false }
    refused.append(entry)
    return true
  }

  /// Makes sure of all that can be known before anything is sealed.
  ///
  /// - Throws: `ImportMistakes`, or `ImportRefusals` with every compartment that the author may not
  ///   change.
  func check(_ draft: VaultDraft) throws {
    guard mistakes.isEmpty else { throw ImportMistakes(mistakes: mistakes) }
    let compartments = draft.refusedCompartments(edits, refused)
    guard !compartments.isEmpty else { return }
    throw ImportRefusals(
      refusals: compartments.sorted { $0.key < $1.key }.map { draft.refusal($0.key, $0.value) })
  }

  /// - Parameter edit: Nothing where an entry stays as it is.
  mutating func add(
    _ edit: EntryEdit?, _ entry: SealedEntry?, _ kind: EntityKind, _ value: ImportedValue,
    _ change: (inout ImportedEntry) -> Void = { _ in }
  ) {
    var imported = ImportedEntry(
      kind: kind, name: value.key, line: value.line,
      result: edit == nil ? .unchanged : entry == nil ? .created : .set,
      compartment: edit?.drafted.compartment ?? entry?.compartment)
    change(&imported)
    entries.append(imported)
    if let edit { edits.append(edit) }
  }
}

/// Entries of an environment by their names.
struct EntriesByName: Sendable {
  private let entries: [String: [SealedEntry]]

  init(_ entries: [SealedEntry], in environment: EnvironmentName) {
    self.entries = Dictionary(grouping: entries.filter { $0.environment == environment }) {
      $0.name ?? ""
    }
  }

  /// The entry of a name; nothing if there is none.
  ///
  /// - Parameter help: What to do where there are several.
  func entry(_ value: ImportedValue, help: String) throws(ImportMistake) -> SealedEntry? {
    let found = entries[value.key] ?? []
    guard found.count > 1 else { return found.first }
    throw ImportMistake(
      line: value.line, "\(found[0].shownName) is in the project \(found.count) times", help: help)
  }
}
