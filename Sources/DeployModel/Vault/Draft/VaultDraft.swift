package import Documents

/// A change of a vault in the making: what will be written, sealed and signed, all at once.
///
/// Nothing is written before the change is whole. Each step checks the grants of its author, so
/// that what would not verify is refused here, with words about the grant.
package struct VaultDraft: Sendable {
  package let vault: OpenVault
  /// The moment of the change, which its records and new keys bear.
  package let time: Timestamp
  package internal(set) var manifest: VaultManifest
  package internal(set) var records: [ChangeRecord] = []
  /// The data keys made by this draft, by compartment.
  var newKeys: [Compartment: DataKey] = [:]
  var changes: [EntityKind: EntryChanges] = [:]
  /// What the records are of: with 10,000 of them a search would take longer than sealing. Nothing
  /// until it is asked for.
  private var touched: Set<EntityKey>?
  /// The credentials that the change makes or moves, for variables of the same change to refer to.
  private var drafted: [String: SealedEntry] = [:]
  /// What others want to hear of the change.
  var events: [Event] = []
  /// Kinds of faults that may be left when the change is whole: conflicts that wait for another.
  package var accepted: Set<VaultFault.Kind> = []

  /// - Throws: `VaultRefusal` if the clock stands before a change that this one follows.
  package init(_ vault: OpenVault, at time: Timestamp) throws(VaultRefusal) {
    self.vault = vault
    self.time = time
    manifest = vault.verified.manifest
    try checkClock()
  }

  package var isEmpty: Bool { records.isEmpty }

  package var author: Member { vault.member }

  var state: LedgerState { vault.verified.state }

  private func checkClock() throws(VaultRefusal) {
    let latest = state.tips.map(\.time).max()
    guard let latest, time.seconds(since: latest) < -LedgerReplay.clockTolerance else { return }
    throw VaultRefusal(
      "the clock says \(time), which is before the last change of the vault (\(latest))",
      help: "set the clock right: a change cannot be made before the one it follows",
      kind: .circumstances)
  }

  // MARK: Entries

  /// Gives an entry its fields and its value, and records it.
  ///
  /// - Parameters:
  ///   - node: The whole entry with its id; the stored value in it is replaced.
  ///   - entry: The entry as it stands in the file; nothing for a new one.
  package mutating func put(
    _ node: Node, _ kind: EntityKind, over entry: SealedEntry?, value: DraftedValue,
    _ action: ChangeAction, reason: String? = nil
  ) throws {
    try put(
      SealedEntry(kind, index: entry?.index ?? -1, node), over: entry, value: value, action,
      reason: reason)
  }

  /// Gives an entry a value, and records it.
  mutating func put(
    _ drafted: SealedEntry, over entry: SealedEntry?, value: DraftedValue,
    _ action: ChangeAction, reason: String? = nil
  ) throws {
    if case .secret = value, let compartment = drafted.compartment, author.mayChange(compartment) {
      try prepareKey(of: compartment)
    }
    add(try draft(drafted, over: entry, value: value, action, reason: reason))
  }

  /// An entry with its new value, and the record of it, before they are part of the change.
  struct DraftedEntry: Sendable {
    var entry: SealedEntry
    var record: ChangeRecord
  }

  /// Gives an entry its value; a key to seal it with is there.
  func draft(
    _ drafted: SealedEntry, over entry: SealedEntry?, value: DraftedValue, _ action: ChangeAction,
    reason: String?
  ) throws -> DraftedEntry {
    guard let id = drafted.id, let compartment = drafted.compartment else {
      throw VaultRefusal(
        "\(drafted.shownName) lacks an id, a category or an access level",
        help: "run `flyconf validate` to see what is wrong with it", kind: .circumstances)
    }
    try checkMayChange([compartment] + (entry.map(compartmentsNow) ?? []), drafted)
    if case .reference(let target) = value {
      try checkMayReveal(UUIDText.write(target), for: drafted)
    }
    let revision = state.nextRevision(RecordType(drafted.kind), id)
    let stored = try storedValue(value, of: drafted, id, compartment, revision)
    let written = SealedEntry(drafted, holding: stored)
    let isPlain = value.isPlain
    let record = ChangeRecord(
      action, RecordType(drafted.kind), id, name: drafted.name, revision: revision,
      digest: isPlain ? nil : written.digest,
      valueMark: isPlain ? nil : ValueMark(of: stored.text), compartment: compartment,
      reason: reason)
    return DraftedEntry(entry: written, record: record)
  }

  /// Makes an entry that was drafted part of the change.
  mutating func add(_ drafted: DraftedEntry) {
    var known = touched ?? Set(records.lazy.map(\.key))
    // With a second owner of the set every insertion would be a copy.
    touched = nil
    if !known.insert(drafted.record.key).inserted { forget(drafted.record.key) }
    touched = known
    records.append(drafted.record)
    note(drafted.entry)
  }

  /// Makes different entries that were drafted part of the change.
  mutating func add(_ parts: [[DraftedEntry]]) {
    let known = touched ?? Set(records.lazy.map(\.key))
    touched = nil
    records.reserveCapacity(records.count + parts.reduce(0) { $0 + $1.count })
    for entry in parts.joined() {
      if known.contains(entry.record.key) { forget(entry.record.key) }
      records.append(entry.record)
      note(entry.entry)
    }
  }

  /// An entry that a change touches twice is recorded as it ends up.
  private mutating func forget(_ key: EntityKey) { records.removeAll { $0.key == key } }

  private mutating func note(_ entry: SealedEntry) {
    if entry.kind == .credential, let id = entry.id { drafted[id] = entry }
    if entry.index >= 0 {
      changes[entry.kind, default: EntryChanges(entry.kind)].replace(entry.index, with: entry.node)
    } else {
      changes[entry.kind, default: EntryChanges(entry.kind)].add(entry.node)
    }
  }

  /// Takes an entry out of its file and records the removal.
  package mutating func remove(_ entry: SealedEntry, reason: String? = nil) throws {
    try checkMayChange(entry)
    guard let id = entry.id else {
      throw MalformedValue(
        "\(entry.shownName) has no id, so that no record could name it",
        help: "take it out of \(entry.kind.file.name) by hand")
    }
    let known = state.history(RecordType(entry.kind), id)?.last?.record.compartment
    guard let compartment = known ?? entry.compartment else {
      throw MalformedValue(
        "\(entry.shownName) lacks a category or an access level",
        help: "take it out of \(entry.kind.file.name) by hand")
    }
    changes[entry.kind, default: EntryChanges(entry.kind)].remove(entry.index)
    records.append(
      ChangeRecord(
        .removed, RecordType(entry.kind), id, name: entry.name,
        revision: state.nextRevision(RecordType(entry.kind), id), compartment: compartment,
        reason: reason))
  }

  private func storedValue(
    _ value: DraftedValue, of entry: SealedEntry, _ id: String, _ compartment: Compartment,
    _ revision: UInt64
  ) throws -> StoredValue {
    switch value {
    case .secret(let secret):
      return .sealed(try seal(secret, of: entry, id, compartment, revision))
    case .plain(let text): return .plain(text)
    case .reference(let target): return .reference(target)
    case .unset: return .unset
    case .destroyed: return .destroyed
    }
  }

  private func seal(
    _ secret: Secret, of entry: SealedEntry, _ id: String, _ compartment: Compartment,
    _ revision: UInt64
  ) throws -> SealedText {
    let key = try sealingKey(of: compartment)
    let context = vault.verified.context(
      of: entry, id: id, environment: compartment.environment, key: key.identifier,
      revision: revision)
    let sealed = try key.seal(secret, context: context)
    return try SealedText(
      keyIdentifier: key.identifier, revision: revision, payload: sealed)
  }

  // MARK: Grants

  /// The compartments that an entry is in by the ledger, or where the ledger does not know it,
  /// by what the file says.
  func compartmentsNow(_ entry: SealedEntry) -> [Compartment] {
    let known =
      entry.id.flatMap { state.history(RecordType(entry.kind), $0) }?
      .heads.compactMap(\.record.compartment) ?? []
    return known.isEmpty ? [entry.compartment].compactMap(\.self) : known
  }

  /// Makes sure that the author may change an entry where it is now.
  func checkMayChange(_ entry: SealedEntry) throws(VaultRefusal) {
    try checkMayChange(compartmentsNow(entry), entry)
  }

  private func checkMayChange(
    _ compartments: [Compartment], _ entry: SealedEntry
  ) throws(VaultRefusal) {
    for compartment in compartments where !author.mayChange(compartment) {
      throw .noGrant(author, to: "change", entry.shownName, in: compartment, manifest)
    }
  }

  private func checkMayReveal(_ target: String, for entry: SealedEntry) throws(VaultRefusal) {
    let known =
      drafted[target] ?? vault.verified.entries(.credential).first { $0.id == target }
    guard let credential = known, let compartment = credential.compartment else {
      throw VaultRefusal(
        "\(entry.shownName) cannot refer to '\(target)': there is no such credential",
        help: "run `flyconf secrets list`", kind: .request)
    }
    guard author.mayReveal(compartment) else {
      throw .noGrant(author, to: "refer to", credential.shownName, in: compartment, manifest)
    }
  }
}

extension Node {
  /// Sets a member of an object, in its place or at the end.
  package mutating func setMember(_ key: String, _ value: Node?) {
    var members = members
    let index = members.firstIndex { $0.key == key }
    if index == nil, value == nil { return }
    // With a second owner of the members every change would be a copy.
    self.value = .null
    switch (index, value) {
    case (let index?, let value?): members[index].value = value
    case (let index?, nil): members.remove(at: index)
    case (nil, let value?): members.append(Member(key: key, value: value))
    case (nil, nil): break
    }
    self.value = .object(members)
  }
}
