/// Compares members, data keys and settings with the ledger.
struct ManifestVerification {
  private let manifest: VaultManifest
  private let state: LedgerState
  private(set) var faults: [VaultFault] = []
  private(set) var notices: [VaultNotice] = []

  init(_ manifest: VaultManifest, _ state: LedgerState) {
    self.manifest = manifest
    self.state = state
    compare([manifest.settings], .memberEdited, "the settings")
    compare(manifest.members, .memberEdited, "the member")
    compare(manifest.keyring, .keySwapped, "the data key")
    guard faults.isEmpty else { return }
    for key in manifest.keyring {
      checkCompartment(of: key)
      checkWraps(of: key)
    }
    let owners = manifest.members.filter(\.mayManage)
    if owners.count == 1, let owner = owners.first {
      notices.append(
        VaultNotice(
          .singleOwner,
          "the vault has one owner, '\(owner.name)': without that identity nobody can "
            + "manage it",
          help: "add a second owner: `flyconf vault members add NAME REQUEST --owner`"))
    }
  }

  private mutating func compare<Entity: VaultEntity>(
    _ entities: [Entity], _ kind: VaultFault.Kind, _ noun: String
  ) {
    let present = Set(entities.map(\.id))
    for entity in entities { compare(entity, kind, noun) }
    let recorded = state.entities.keys.filter { $0.type == Entity.type }.map(\.id).sorted()
    for id in recorded where !present.contains(id) {
      add(kind, id, "\(noun) '\(id)' has been removed by hand")
    }
  }

  private mutating func compare<Entity: VaultEntity>(
    _ entity: Entity, _ kind: VaultFault.Kind, _ noun: String
  ) {
    let subject = entity.id == noun ? noun : "\(noun) '\(entity.id)'"
    guard let history = state.history(Entity.type, entity.id) else {
      return add(kind, entity.id, "\(subject) has been added by hand: the ledger does not know it")
    }
    if history.isInConflict {
      faults.append(
        .conflict(entity.id, subject, history, at: .file(VaultManifest.fileName)))
    } else if history.last?.record.digest != entity.digest {
      add(kind, entity.id, "\(subject) has been edited by hand")
    }
  }

  /// The records of a key were judged by the compartment they name: it must be the key's own.
  private mutating func checkCompartment(of key: DataKeyEntry) {
    let heads = state.history(.key, key.id)?.heads ?? []
    guard let other = heads.first(where: { $0.record.compartment != key.compartment })
    else { return }
    let compartment = other.record.compartment?.text ?? ""
    add(
      .keySwapped, key.id,
      "the data key '\(key.id)' of '\(key.compartment)' is signed for '\(compartment)'")
  }

  /// Every key is wrapped for exactly those who may open what it seals.
  private mutating func checkWraps(of key: DataKeyEntry) {
    let expected = manifest.recipients(of: key.compartment).map(\.name)
    let present = key.wraps.map(\.member)
    guard expected != present else { return }
    let excess = present.filter { !expected.contains($0) }
    let lacking = expected.filter { !present.contains($0) }
    let what =
      excess.first.map { "is wrapped for '\($0)', who is not cleared for it" }
      ?? lacking.first.map { "is not wrapped for '\($0)', who is cleared for it" }
      ?? "does not list its wraps in the order of names"
    let message = "the data key '\(key.id)' of '\(key.compartment)' \(what)"
    let differing = excess + lacking
    guard !differing.isEmpty, differing.allSatisfy({ isSettledApart($0, key) }) else {
      return add(.keySwapped, key.id, message)
    }
    notices.append(
      VaultNotice(
        .wrapsBehind,
        message + ": both were settled at the same time",
        help: "an owner makes new keys with `flyconf vault rotate-keys`"))
  }

  /// Whether a key was wrapped on one branch by what was known of a member there, while another
  /// branch changed the member: git merges the two, and neither was wrong.
  private func isSettledApart(_ name: MemberName, _ key: DataKeyEntry) -> Bool {
    let changes = (state.history(.member, name.text)?.heads ?? []).map(\.position)
    return (state.history(.key, key.id)?.heads ?? []).contains { head in
      let known = state.members[name.text]?.states(at: head.position, state.graph) ?? []
      let wasCleared = known.contains { $0.mayReveal(key.compartment) }
      return wasCleared == (key.wrap(for: name) != nil)
        && changes.contains {
          !state.graph.isPast($0, of: head.position) && !state.graph.isPast(head.position, of: $0)
        }
    }
  }

  private mutating func add(_ kind: VaultFault.Kind, _ subject: String, _ message: String) {
    faults.append(
      VaultFault(
        kind, subject, "\(message) in '\(VaultManifest.fileName)'",
        help: "restore it from git: only commands write it, and sign what they do",
        at: .file(VaultManifest.fileName)))
  }
}

extension VaultFault {
  static func conflict(
    _ subject: String, _ shown: String, _ history: EntityHistory, at place: Place
  ) -> VaultFault {
    let sides = history.heads.map { entry in
      "'\(entry.author)' (\(entry.record.action.rawValue), \(entry.time))"
    }
    return VaultFault(
      .conflict, subject,
      "\(shown) was changed at the same time by \(sides.joined(separator: " and "))",
      help: "choose one: `flyconf vault resolve \(subject) --take ours|theirs`", at: place)
  }
}
