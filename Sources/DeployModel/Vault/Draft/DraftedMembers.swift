extension VaultDraft {
  private func checkMayManage() throws(VaultRefusal) {
    guard author.mayManage else { throw .notAnOwner(author, manifest) }
  }

  /// Lets someone in: their wraps are made for every key that their grants cover.
  package mutating func add(_ member: Member) throws {
    try checkMayManage()
    guard manifest.member(member.name.text) == nil else {
      throw VaultRefusal(
        "there is a member '\(member.name)' already, and a name is never given away",
        help: "choose another name; for new keys of the same person, `flyconf vault members "
          + "replace \(member.name)`", kind: .request)
    }
    try checkAreNew(member.keys)
    manifest.members.append(member)
    record(member, .memberAdded)
    try alignWraps(reason: nil)
  }

  /// Gives a member new keys, as for a new computer.
  ///
  /// - Parameter isStolen: The old keys may be in other hands: new data keys are made, and what
  ///   the old keys sign from now on does not count.
  package mutating func replaceKeys(
    of name: String, with keys: PublicKeys, isStolen: Bool
  ) throws {
    try checkMayManage()
    var member = try active(name)
    let held = heldCompartments(of: member)
    if !isStolen, !member.formerSigningKeys.contains(member.keys.signingHex) {
      member.formerSigningKeys.append(member.keys.signingHex)
    }
    if isStolen { member.formerSigningKeys = [] }
    try checkAreNew(keys)
    member.keys = keys
    store(member)
    record(member, .memberAdded, reason: isStolen ? "keys stolen" : "new keys")
    if isStolen { try rotateKeys(of: held, reason: "keys of \(name) stolen") }
    try alignWraps(reason: nil)
  }

  /// Makes sure that the author can remove a member, before anyone is asked whether they should.
  ///
  /// - Returns: The member.
  @discardableResult
  package func checkMayRemove(_ name: String) throws(VaultRefusal) -> Member {
    try checkMayManage()
    let member = try active(name)
    try checkNotLastOwner(member, "removed")
    try checkNotAuthor(member, "remove yourself")
    return member
  }

  /// Takes a member's rights away for good; new keys are made for all that they held.
  package mutating func removeMember(_ name: String, reason: String? = nil) throws {
    var member = try checkMayRemove(name)
    let held = heldCompartments(of: member)
    member.isRemoved = true
    store(member)
    record(member, .memberRemoved, reason: reason)
    try rotateKeys(of: held, reason: "\(name) removed")
    try alignWraps(reason: "\(name) removed")
  }

  /// Gives a member other grants; new keys are made for what they lose.
  package mutating func change(
    _ name: String, grants: [Grant], isOwner: Bool
  ) throws {
    try checkMayManage()
    var member = try active(name)
    if !isOwner {
      try checkNotLastOwner(member, "made an ordinary member")
      try checkNotAuthor(member, "make yourself an ordinary member")
    } else if member.isService {
      throw VaultRefusal(
        "'\(name)' is a service, which can only read, and never an owner",
        help: "only people own a vault: add one with `flyconf vault members add`",
        kind: .request)
    }
    let held = heldCompartments(of: member)
    member.grants = grants
    member.isOwner = isOwner
    guard member != manifest.member(name) else { return }
    store(member)
    record(member, .grantsChanged)
    let lost = held.filter { !member.mayReveal($0) }
    try rotateKeys(of: lost, reason: "grants of \(name) changed")
    try alignWraps(reason: nil)
  }

  package mutating func change(_ settings: VaultSettings) throws {
    try checkMayManage()
    guard settings != manifest.settings else { return }
    manifest.settings = settings
    records.append(
      ChangeRecord(
        .settingsChanged, .settings, settings.id,
        revision: state.nextRevision(.settings, settings.id), digest: settings.digest))
  }

  /// Makes new data keys for every compartment that has one.
  package mutating func rotateAllKeys(reason: String? = nil) throws {
    try checkMayManage()
    try rotateKeys(of: Set(manifest.keyring.map(\.compartment)), reason: reason)
    try alignWraps(reason: reason)
  }

  // MARK: Parts

  /// Keys are given to one member and, once they have been given up, to nobody again: they may
  /// have been stolen, or be those of someone who has left.
  private func checkAreNew(_ keys: PublicKeys) throws(VaultRefusal) {
    if let holder = manifest.members.first(where: { $0.keys == keys }) {
      throw VaultRefusal("these keys are those of '\(holder.name)' already", kind: .request)
    }
    guard let former = state.formerHolder(of: keys) else { return }
    throw VaultRefusal(
      "these keys were once those of '\(former)' and have been given up",
      help: "ask for a request that was made with a new identity", kind: .request)
  }

  private func active(_ name: String) throws(VaultRefusal) -> Member {
    guard let member = manifest.member(name) else {
      throw VaultRefusal(
        "there is no member '\(name)'", help: "run `flyconf vault members list`", kind: .request)
    }
    guard !member.isRemoved else {
      throw VaultRefusal("'\(name)' has left already", kind: .request)
    }
    return member
  }

  private func checkNotLastOwner(_ member: Member, _ what: String) throws(VaultRefusal) {
    let others = manifest.members.filter { $0.mayManage && $0.name != member.name }
    guard member.mayManage, others.isEmpty else { return }
    throw VaultRefusal(
      "'\(member.name)' is the last owner and cannot be \(what)",
      help: "make another owner first: `flyconf vault members add NAME REQUEST --owner`",
      kind: .request)
  }

  /// What an owner loses, somebody who still has it has to take.
  private func checkNotAuthor(_ member: Member, _ what: String) throws(VaultRefusal) {
    guard member.name == author.name else { return }
    let others = manifest.members.filter { $0.mayManage && $0.name != member.name }
    let names = others.map { "'\($0.name)'" }.joined(separator: " or ")
    throw VaultRefusal("you cannot \(what)", help: "ask another owner: \(names)")
  }

  /// The compartments whose keys a member holds.
  private func heldCompartments(of member: Member) -> Set<Compartment> {
    Set(manifest.keyring.map(\.compartment).filter(member.mayReveal))
  }

  private mutating func store(_ member: Member) {
    guard let index = manifest.members.firstIndex(where: { $0.name == member.name }) else { return }
    manifest.members[index] = member
  }

  private mutating func record(
    _ member: Member, _ action: ChangeAction, reason: String? = nil
  ) {
    records.append(
      ChangeRecord(
        action, .member, member.id, revision: state.nextRevision(.member, member.id),
        digest: member.digest, reason: reason, member: member))
  }
}
