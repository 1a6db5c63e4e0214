import Documents

/// Compares the entries of one list file with the ledger.
struct EntryVerification {
  private let kind: EntityKind
  private let manifest: VaultManifest
  private let hasMergeMarks: Bool
  private let state: LedgerState
  private(set) var faults: [VaultFault] = []
  private(set) var notices: [VaultNotice] = []

  init(
    _ kind: EntityKind, _ snapshot: ProjectSnapshot, _ manifest: VaultManifest,
    _ state: LedgerState
  ) {
    self.kind = kind
    hasMergeMarks =
      snapshot.sealedEntries(kind) == nil
      && snapshot.source(of: kind.file)?.hasMergeMarks ?? false
    self.manifest = manifest
    self.state = state
    guard let entries = snapshot.sealedEntries(kind) else {
      reportUnreadable("cannot be read")
      return
    }
    var seen: Set<String> = []
    for entry in entries {
      check(entry)
      if let id = entry.id, !seen.insert(id).inserted {
        add(.entryAdded, entry, "stands twice: the id '\(id)' belongs to another entry")
      }
    }
    reportRemoved(seen)
    if snapshot.hasDoubledList(kind) { reportUnreadable("lists its entries more than once") }
    if let syntax = snapshot.syntaxFault(kind) { reportUnreadable("is malformed (\(syntax))") }
    reportMalformed(entries, snapshot)
  }

  // MARK: Entries

  private mutating func check(_ entry: SealedEntry) {
    let history = entry.id.flatMap { state.history(RecordType(kind), $0) }
    guard let history, let last = history.last else {
      if !entry.isFree {
        add(.entryAdded, entry, "has been added by hand: the ledger does not know it")
      }
      return
    }
    if history.isInConflict {
      return faults.append(.conflict(entry.name ?? "", entry.shownName, history, at: place(entry)))
    }
    guard let digest = last.record.digest else { return checkFree(entry, last) }
    guard entry.digest != digest else { return checkSealed(entry, history, last) }
    reportDifference(entry, last)
  }

  /// An entry that the ledger knows as plain, or as removed.
  private mutating func checkFree(_ entry: SealedEntry, _ last: EntityHistory.Entry) {
    if case .plain = entry.value, kind == .variable { return }
    if last.record.action == .removed {
      return add(.entryAdded, entry, "has been put back by hand after '\(last.author)' removed it")
    }
    if entry.isFree { return }
    add(.valueEdited, entry, "has a value that the ledger does not know")
  }

  private mutating func reportDifference(_ entry: SealedEntry, _ last: EntityHistory.Entry) {
    let text = entry.node["encrypted_value"]?.text ?? ""
    guard ChangeRecord.mark(of: text) == last.record.valueMark else {
      if case .plain = entry.value {
        return add(
          .secretMadePlain, entry, "was sealed and now stands in plain text", "encrypted_value")
      }
      return add(.valueEdited, entry, "has another value than the ledger knows", "encrypted_value")
    }
    if let compartment = entry.compartment, compartment != last.record.compartment {
      let before = last.record.compartment?.text ?? ""
      return add(
        .fieldEdited, entry, "has been moved by hand from '\(before)' to '\(compartment)'")
    }
    if case .bool(false)? = entry.node["is_secret"]?.value {
      return add(.secretMadePlain, entry, "is no longer marked as secret", "is_secret")
    }
    add(.fieldEdited, entry, "has a field that was edited by hand since '\(last.author)' signed it")
  }

  // MARK: Sealed values

  /// What a signature alone does not show: that the record says what the entry is, and that the
  /// value is sealed under the right key.
  private mutating func checkSealed(
    _ entry: SealedEntry, _ history: EntityHistory, _ last: EntityHistory.Entry
  ) {
    // Records of one digest are no conflict, but each was judged by the compartment it names.
    let other = history.heads.first { $0.record.compartment != entry.compartment }
    guard other == nil, let compartment = entry.compartment else {
      return add(
        .grantMissing, entry,
        "is signed for '\(other?.record.compartment?.text ?? "")', which is not where it stands")
    }
    switch entry.value {
    case .sealed(let sealed):
      checkKey(entry, sealed, last, compartment)
      noteRotationOnPaper(entry, history)
    case .reference(let target):
      checkReference(entry, to: UUIDText.write(target), last)
    case .plain, .unrecognized:
      add(.secretMadePlain, entry, "is signed with a value in plain text", "encrypted_value")
    case .unset, .destroyed: break
    }
    if entry.kind == .variable, case .bool(false)? = entry.node["is_secret"]?.value {
      add(.secretMadePlain, entry, "is sealed and not marked as secret", "is_secret")
    }
  }

  private mutating func checkKey(
    _ entry: SealedEntry, _ sealed: SealedText, _ last: EntityHistory.Entry,
    _ compartment: Compartment
  ) {
    guard sealed.revision == last.record.revision else {
      return add(.valueEdited, entry, "has the value of another revision", "encrypted_value")
    }
    guard manifest.key(sealed.keyIdentifier)?.compartment == compartment,
      state.currentKeys(of: compartment, at: last.position).contains(sealed.keyIdentifier)
    else {
      return add(
        .keySwapped, entry, "is sealed under a key that was not in use for it", "encrypted_value")
    }
    noteRetiredKey(entry, sealed, last, compartment)
  }

  /// A key that was replaced afterwards seals nothing; one replaced at the same time, on another
  /// branch, should not for long.
  private mutating func noteRetiredKey(
    _ entry: SealedEntry, _ sealed: SealedText, _ last: EntityHistory.Entry,
    _ compartment: Compartment
  ) {
    let newer = (state.keysMade[compartment] ?? []).drop {
      $0.identifier != sealed.keyIdentifier
    }.dropFirst()
    if newer.contains(where: { state.graph.isPast(last.position, of: $0.position) }) {
      add(.keySwapped, entry, "is sealed under a key that was retired", "encrypted_value")
    } else if !newer.isEmpty {
      notices.append(
        VaultNotice(
          .retiredKey,
          "\(entry.shownName) was sealed under a key that was retired at the same time",
          help: "an owner seals it anew with `flyconf vault rotate-keys`", at: place(entry)))
    }
  }

  /// A date of rotation that is later than the last new value is a date that was only written.
  private mutating func noteRotationOnPaper(_ entry: SealedEntry, _ history: EntityHistory) {
    guard kind == .credential, let changed = history.lastValueChange?.time,
      let rotated = entry.node["last_rotated"]?.text.flatMap({ try? CalendarDate($0) }),
      CalendarDate(changed) < rotated
    else { return }
    notices.append(
      VaultNotice(
        .rotationOnPaper,
        "\(entry.shownName) says it was rotated on \(rotated), but its value is that of "
          + "\(CalendarDate(changed))",
        help: "give it a new value with `flyconf secrets rotate`, which sets the date",
        at: place(entry, "last_rotated")))
  }

  /// Whoever makes a variable follow a credential must be able to reveal that credential.
  private mutating func checkReference(
    _ entry: SealedEntry, to target: String, _ last: EntityHistory.Entry
  ) {
    let states = state.members[last.author.text]?.states(at: last.position, state.graph) ?? []
    let known = state.history(.credential, target)?.compartments ?? []
    let past = known.last { state.graph.isPast($0.position, of: last.position) } ?? known.first
    guard let compartment = past?.compartment,
      !states.allSatisfy({ $0.mayReveal(compartment) })
    else { return }
    add(
      .grantMissing, entry,
      "refers to a credential in '\(compartment)', which '\(last.author)' may not reveal",
      "encrypted_value")
  }

  // MARK: Lists

  private mutating func reportRemoved(_ present: Set<String>) {
    let missing = state.entities.filter { key, history in
      key.type == RecordType(kind) && !present.contains(key.id)
        && history.heads.contains { $0.record.digest != nil }
    }
    for (key, history) in missing.sorted(by: { $0.key.id < $1.key.id }) {
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

  private mutating func reportMalformed(_ entries: [SealedEntry], _ snapshot: ProjectSnapshot) {
    for (index, diagnostic) in snapshot.malformations(kind) {
      guard entries.indices.contains(index) else { continue }
      let entry = entries[index]
      guard let id = entry.id, state.history(RecordType(kind), id)?.last?.record.digest != nil
      else { continue }
      add(.malformed, entry, "is malformed: \(diagnostic.message)")
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

  // MARK: Faults

  private func place(_ entry: SealedEntry, _ field: String? = nil) -> VaultFault.Place {
    .entry(kind, index: entry.index, field: field)
  }

  private mutating func add(
    _ kind: VaultFault.Kind, _ entry: SealedEntry, _ message: String, _ field: String? = nil
  ) {
    let isMalformed = kind == .malformed
    faults.append(
      VaultFault(
        kind, entry.name ?? "", "\(entry.shownName) \(message)",
        help: isMalformed
          ? "restore the entry from git"
          : "restore the entry from git, and change it with `flyconf "
            + (self.kind == .credential ? "secrets set`" : "env set`"),
        at: place(entry, field)))
  }
}
