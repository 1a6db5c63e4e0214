import Documents

/// Compares some entries of a list file, each by itself, with what the ledger says of it.
struct EntryComparison: Sendable {
  private let kind: EntityKind
  /// The compartment of each data key, by its name.
  private let compartments: [String: Compartment]
  private let state: LedgerState
  /// The keys that were in use in a compartment at a position of the ledger: mostly many entries
  /// share them.
  private var currentKeys: [KeysInUse: Set<String>] = [:]
  private(set) var faults: [VaultFault] = []
  private(set) var notices: [VaultNotice] = []

  private struct KeysInUse: Hashable {
    var compartment: Compartment
    var position: Int
  }

  init(
    _ entries: ArraySlice<SealedEntry>, _ kind: EntityKind, _ manifest: VaultManifest,
    _ state: LedgerState
  ) {
    self.kind = kind
    compartments = Dictionary(
      manifest.keyring.map { ($0.id, $0.compartment) }, uniquingKeysWith: { first, _ in first })
    self.state = state
    for entry in entries { check(entry) }
  }

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
    guard ValueMark(of: text) == last.record.valueMark else {
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
    guard compartments[sealed.keyIdentifier] == compartment,
      keysInUse(in: compartment, at: last.position).contains(sealed.keyIdentifier)
    else {
      return add(
        .keySwapped, entry, "is sealed under a key that was not in use for it", "encrypted_value")
    }
    noteRetiredKey(entry, sealed, last, compartment)
  }

  private mutating func keysInUse(in compartment: Compartment, at position: Int) -> Set<String> {
    let moment = KeysInUse(compartment: compartment, position: position)
    if let keys = currentKeys[moment] { return keys }
    let keys = state.currentKeys(of: compartment, at: position)
    currentKeys[moment] = keys
    return keys
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

  // MARK: Faults

  private func place(_ entry: SealedEntry, _ field: String? = nil) -> VaultFault.Place {
    .entry(kind, index: entry.index, field: field)
  }

  private mutating func add(
    _ kind: VaultFault.Kind, _ entry: SealedEntry, _ message: String, _ field: String? = nil
  ) {
    faults.append(.inEntry(kind, entry, message, field))
  }
}

extension VaultFault {
  /// A fault of one entry of a list file.
  static func inEntry(
    _ kind: Kind, _ entry: SealedEntry, _ message: String, _ field: String? = nil
  ) -> VaultFault {
    let command = entry.kind == .credential ? "secrets set" : "env set"
    return VaultFault(
      kind, entry.name ?? "", "\(entry.shownName) \(message)",
      help: kind == .malformed
        ? "restore the entry from git"
        : "restore the entry from git, and change it with `flyconf \(command)`",
      at: .entry(entry.kind, index: entry.index, field: field))
  }
}
