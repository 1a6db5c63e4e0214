extension VaultDraft {
  /// Settles a conflict of a member, a data key or the settings for one of its records.
  mutating func settlePart(
    _ key: EntityKey, by choice: Choice, _ resolution: Resolution
  ) throws {
    guard let history = state.history(key.type, key.id) else { return }
    guard author.mayManage else { throw VaultRefusal.notAnOwner(author, manifest) }
    switch key.type {
    case .key: try settleWraps(key.id)
    case .member:
      let (chosen, others) = try resolution.chosen(choice, among: history.heads)
      if let member = chosen.record.member {
        try settle(member, against: others.compactMap(\.record.member))
      }
    case .settings:
      let (chosen, _) = try resolution.chosen(choice, among: history.heads)
      try settleSettings(chosen, resolution)
    case .credential, .variable, .change: return
    }
  }

  /// The wraps follow from the members: there is nothing to choose.
  private mutating func settleWraps(_ id: String) throws {
    try alignWraps(reason: "conflict resolved")
    if records.contains(where: { $0.type == .key && $0.id == id }) { return }
    guard let entry = manifest.key(id) else { return }
    records.append(
      ChangeRecord(
        .conflictResolved, .key, id, revision: state.nextRevision(.key, id),
        digest: entry.digest, compartment: entry.compartment))
  }

  private mutating func settle(_ member: Member, against others: [Member]) throws {
    guard let index = manifest.members.firstIndex(where: { $0.name == member.name }) else { return }
    manifest.members[index] = member
    records.append(
      ChangeRecord(
        .conflictResolved, .member, member.id,
        revision: state.nextRevision(.member, member.id), digest: member.digest, member: member))
    // What another state of the member could open, and this one cannot, is sealed anew.
    let lost = manifest.keyring.map(\.compartment).filter { compartment in
      others.contains { $0.mayReveal(compartment) } && !member.mayReveal(compartment)
    }
    try rotateKeys(of: Set(lost), reason: "conflict over \(member.name) resolved")
    try alignWraps(reason: "conflict over \(member.name) resolved")
  }

  private mutating func settleSettings(
    _ chosen: EntityHistory.Entry, _ resolution: Resolution
  ) throws {
    let candidates = resolution.sides.all.compactMap { $0.manifest?.settings }
    guard let settings = candidates.first(where: { $0.digest == chosen.record.digest }) else {
      throw VaultRefusal(
        "the chosen settings are in neither side's vault.json", kind: .circumstances)
    }
    manifest.settings = settings
    records.append(
      ChangeRecord(
        .conflictResolved, .settings, settings.id,
        revision: state.nextRevision(.settings, settings.id), digest: settings.digest))
  }

  // MARK: Changes whose author lost the right to them

  /// Lets the changes of someone who lost the right to them count, and decides whose values stay.
  package mutating func admit(_ resolution: Resolution, choice: Choice) throws {
    guard author.mayManage else { throw VaultRefusal.notAnOwner(author, manifest) }
    if choice == .ours { try checkUndoable(resolution) }
    for signed in resolution.admitted {
      records.append(ChangeRecord(.admitted, .change, signed.hash.hex, revision: 1))
    }
    let touched = resolution.admitted.flatMap(\.change.records).filter {
      $0.type.entityKind != nil
    }
    guard choice == .ours else {
      // What was sealed while they left may be under a key that they made and still hold.
      let compartments = Set(touched.compactMap(\.compartment))
      return try rotateKeys(of: compartments, reason: "changes of someone who left admitted")
    }
    var settled: Set<EntityKey> = []
    for record in touched where settled.insert(record.key).inserted {
      guard let kind = record.type.entityKind, let history = state.history(record.type, record.id),
        !history.isInConflict
      else { continue }
      try putBack(record, kind, resolution)
    }
  }

  /// Values can be put back; that someone was made a member cannot be undone by putting back.
  private func checkUndoable(_ resolution: Resolution) throws(VaultRefusal) {
    let parts = resolution.admitted.flatMap(\.change.records).filter {
      $0.type.entityKind == nil
    }
    guard !parts.isEmpty else { return }
    let names = parts.map { "\($0.action.rawValue) of \($0.type.rawValue) '\($0.id)'" }
    throw VaultRefusal(
      "'ours' cannot undo what was done to members, keys or settings: "
        + names.joined(separator: ", "),
      help: "give the merge up (`git merge --abort`) and leave the branch out; or take theirs, and "
        + "undo each by a command of its own", kind: .request)
  }

  /// Puts back what stands there without the change.
  private mutating func putBack(
    _ record: ChangeRecord, _ kind: EntityKind, _ resolution: Resolution
  ) throws {
    let present = vault.verified.entries(kind).first { $0.id == record.id }
    guard let ours = resolution.entryWithoutAdmitted(kind, record.id) else {
      if let present { try remove(present, reason: "change not admitted") }
      return
    }
    try put(
      ours.node, kind, over: present, value: value(of: ours), .conflictResolved,
      reason: "change not admitted")
  }
}
