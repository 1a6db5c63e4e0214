import Documents

/// Compares the entries of one list file with the ledger.
struct EntryVerification {
  private let kind: EntityKind
  private let hasMergeMarks: Bool
  private let state: LedgerState
  /// The entries of the file, as far as it can be read.
  let entries: [SealedEntry]
  private(set) var faults: [VaultFault] = []
  private(set) var notices: [VaultNotice] = []

  init(
    _ kind: EntityKind, _ snapshot: ProjectSnapshot, _ manifest: VaultManifest,
    _ state: LedgerState
  ) {
    self.kind = kind
    self.state = state
    let read = snapshot.sealedEntries(kind)
    entries = read ?? []
    hasMergeMarks = read == nil && snapshot.source(of: kind.file)?.hasMergeMarks ?? false
    guard read != nil else {
      reportUnreadable("cannot be read")
      return
    }
    for part in ParallelWork.map(entries, { EntryComparison($0, kind, manifest, state) }) {
      faults += part.faults
      notices += part.notices
    }
    reportRemoved(reportDoubled())
    if snapshot.hasDoubledList(kind) { reportUnreadable("lists its entries more than once") }
    if let syntax = snapshot.syntaxFault(kind) { reportUnreadable("is malformed (\(syntax))") }
    reportMalformed(snapshot)
  }

  /// - Returns: The ids of all entries.
  private mutating func reportDoubled() -> Set<String> {
    var seen = Set<String>(minimumCapacity: entries.count)
    for entry in entries {
      guard let id = entry.id, !seen.insert(id).inserted else { continue }
      faults.append(
        .inEntry(.entryAdded, entry, "stands twice: the id '\(id)' belongs to another entry"))
    }
    return seen
  }

  private mutating func reportRemoved(_ present: Set<String>) {
    let type = RecordType(kind)
    let missing = state.entities.keys.filter { $0.type == type && !present.contains($0.id) }
    for key in missing.sorted(by: { $0.id < $1.id }) {
      guard let history = state.entities[key],
        history.heads.contains(where: { $0.record.digest != nil })
      else { continue }
      guard let last = history.last else { continue }
      let name = last.record.name ?? key.id
      let environment = last.record.compartment?.environment.rawValue ?? ""
      let shown = "'\(name)' (\(environment))"
      if history.isInConflict {
        faults.append(.conflict(name, shown, history, at: .list(kind)))
        continue
      }
      faults.append(
        VaultFault(
          .entryRemoved, name,
          "\(shown) has been removed by hand from '\(kind.file.name)'",
          help: "restore it from git, or remove it by a command", at: .list(kind)))
    }
  }

  private mutating func reportMalformed(_ snapshot: ProjectSnapshot) {
    for (index, diagnostic) in snapshot.malformations(kind) {
      guard entries.indices.contains(index) else { continue }
      let entry = entries[index]
      guard let id = entry.id, state.history(RecordType(kind), id)?.last?.record.digest != nil
      else { continue }
      faults.append(.inEntry(.malformed, entry, "is malformed: \(diagnostic.message)"))
    }
  }

  private mutating func reportUnreadable(_ what: String) {
    let isGuarded = state.entities.contains { key, history in
      key.type == RecordType(kind) && history.last?.record.digest != nil
    }
    guard isGuarded else { return }
    faults.append(
      VaultFault(
        .malformed, kind.file.name,
        hasMergeMarks
          ? "'\(kind.file.name)' has the marks of a merge that git could not finish"
          : "'\(kind.file.name)' \(what), although it holds what the vault guards",
        help: hasMergeMarks ? VaultFault.mergeHelp : "run `flyconf validate` to see why",
        at: .list(kind)))
  }
}
