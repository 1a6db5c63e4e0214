extension VaultDraft {
  /// The key under which values of a compartment are sealed; made by `prepareKey` where there is
  /// none yet.
  func sealingKey(of compartment: Compartment) throws -> DataKey {
    if let key = newKeys[compartment] { return key }
    guard let identifier = state.primaryKey(of: compartment) else {
      throw VaultRefusal("there is no data key for '\(compartment)'")
    }
    if let entry = manifest.key(identifier), isStale(entry) {
      throw VaultRefusal(
        "the data key of '\(compartment)' is still wrapped for someone who is not cleared for it",
        help: "an owner makes a new one first: `flyconf vault rotate-keys`")
    }
    return try vault.dataKey(identifier)
  }

  /// Whether a key is wrapped for someone who is not cleared for what it seals, as after a merge
  /// of their removal with its making.
  private func isStale(_ entry: DataKeyEntry) -> Bool {
    let recipients = manifest.recipients(of: entry.compartment).map(\.name)
    return entry.wraps.contains { !recipients.contains($0.member) }
  }

  /// Sees to it that a compartment has a key that the author can seal with.
  mutating func prepareKey(of compartment: Compartment) throws {
    if newKeys[compartment] != nil || state.primaryKey(of: compartment) != nil { return }
    try makeKey(for: compartment)
  }

  /// Makes a new data key for a compartment, wrapped for all who may reveal what is in it.
  mutating func makeKey(for compartment: Compartment) throws {
    let key = try DataKey()
    var wraps: [KeyWrap] = []
    for member in manifest.recipients(of: compartment) {
      wraps.append(try wrap(key, for: member, in: compartment))
    }
    let entry = DataKeyEntry(
      try Self.identifier(of: key), compartment, createdAt: time, wraps: wraps)
    manifest.keyring.append(entry)
    newKeys[compartment] = key
    vault.remember(key)
    records.append(
      ChangeRecord(
        .keyCreated, .key, entry.id, revision: 1, digest: entry.digest, compartment: compartment))
  }

  private func wrap(
    _ key: DataKey, for member: Member, in compartment: Compartment
  ) throws -> KeyWrap {
    try key.wrap(
      for: member,
      context: OpenVault.wrapContext(
        vault: vault.verified.id, key: key.identifier, compartment: compartment, member: member))
  }

  private static func identifier(of key: DataKey) throws -> KeyIdentifier {
    guard let identifier = KeyIdentifier(key.identifier) else {
      throw VaultRefusal("a data key has no proper name")
    }
    return identifier
  }

  /// Makes new data keys for compartments and seals everything in them anew.
  mutating func rotateKeys(of compartments: Set<Compartment>, reason: String?) throws {
    for compartment in compartments.sorted() { try makeKey(for: compartment) }
    let draft = self
    for kind in EntityKind.allCases {
      let parts = ParallelWork.map(vault.verified.entries(kind)) { entries in
        Result { try draft.resealed(entries, of: compartments, reason) }
      }
      for part in parts {
        for entry in try part.get() { add(entry) }
      }
    }
  }

  /// Those of the entries that are sealed in one of the compartments, sealed anew.
  private func resealed(
    _ entries: ArraySlice<SealedEntry>, of compartments: Set<Compartment>, _ reason: String?
  ) throws -> [DraftedEntry] {
    try entries.compactMap { entry in
      guard let compartment = entry.compartment, compartments.contains(compartment),
        case .sealed = entry.value, !isInConflict(entry)
      else { return nil }
      return try draft(
        entry, over: entry, value: .secret(vault.reveal(entry)), .resealed, reason: reason)
    }
  }

  /// What is in conflict is sealed anew when it is settled.
  private func isInConflict(_ entry: SealedEntry) -> Bool {
    entry.id.flatMap { state.history(RecordType(entry.kind), $0) }?.isInConflict ?? false
  }

  /// Gives every key the wraps that the members' grants ask for: who lost a compartment loses
  /// the wraps, and who gained one gets them.
  ///
  /// A key that someone held who is not cleared for it is replaced: to take the wrap away is not
  /// enough, because git's history has it.
  mutating func alignWraps(reason: String?) throws {
    let stale = manifest.keyring.filter { newKeys[$0.compartment] == nil && isStale($0) }
    try rotateKeys(of: Set(stale.map(\.compartment)), reason: reason)
    for (index, entry) in manifest.keyring.enumerated() {
      let recipients = manifest.recipients(of: entry.compartment)
      let kept = entry.wraps.filter { wrap in
        recipients.contains { $0.name == wrap.member && !needsNewWraps($0) }
      }
      guard kept.count != entry.wraps.count || kept.count != recipients.count else { continue }
      manifest.keyring[index].wraps = try recipients.map { member in
        if let wrap = kept.first(where: { $0.member == member.name }) { return wrap }
        return try wrap(vault.dataKey(entry.id), for: member, in: entry.compartment)
      }
      record(manifest.keyring[index], reason)
    }
  }

  /// Whether a member's keys are not the ones that the wraps at hand were made for.
  private func needsNewWraps(_ member: Member) -> Bool {
    vault.verified.manifest.member(member.name.text)?.keys.encryption != member.keys.encryption
  }

  private mutating func record(_ entry: DataKeyEntry, _ reason: String?) {
    // A key made by this very change is recorded as it ends up.
    if let made = records.firstIndex(where: { $0.type == .key && $0.id == entry.id }) {
      records[made].digest = entry.digest
      return
    }
    records.append(
      ChangeRecord(
        .keyWrapped, .key, entry.id, revision: state.nextRevision(.key, entry.id),
        digest: entry.digest, compartment: entry.compartment, reason: reason))
  }
}
