import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension VaultDraft {
  /// Settles a conflict of a credential or a variable for one of its records.
  ///
  /// - Parameter makeID: Gives the id of the record that keeps a losing value.
  package mutating func settle(
    _ key: EntityKey, by choice: Choice, _ resolution: Resolution, makeID: () -> UUID
  ) throws {
    guard let kind = key.type.entityKind, let history = state.history(key.type, key.id) else {
      return try settlePart(key, by: choice, resolution)
    }
    let (chosen, others) = try resolution.chosen(choice, among: history.heads)
    let present = vault.verified.entries(kind).first { $0.id == key.id }
    guard chosen.record.action != .removed else {
      if let present { try remove(present, reason: "conflict resolved") }
      return
    }
    let entry = try resolution.entry(kind, chosen)
    let node =
      kind == .credential
      ? try keepLosing(others, of: entry, resolution, makeID: makeID) : entry.node
    try put(
      node, kind, over: present, value: value(of: entry), .conflictResolved,
      reason: "record of \(chosen.author) chosen")
  }

  /// The value of an entry as it is to be sealed again.
  func value(of entry: SealedEntry) throws -> DraftedValue {
    switch entry.value {
    case .sealed: return .secret(try vault.reveal(entry))
    case .plain(let text): return .plain(text)
    case .reference(let target): return .reference(target)
    case .unset: return .unset
    case .destroyed: return .destroyed
    case .unrecognized: throw VaultRefusal("\(entry.shownName) has no value that could be kept")
    }
  }

  // MARK: Losing values

  /// Keeps the values that lose as superseded records behind the one that is chosen, and takes
  /// out what the losing side had kept twice.
  ///
  /// - Returns: The chosen entry with these records behind it.
  private mutating func keepLosing(
    _ others: [EntityHistory.Entry], of chosen: SealedEntry, _ resolution: Resolution,
    makeID: () -> UUID
  ) throws -> Node {
    guard case .sealed = chosen.value else { return chosen.node }
    var values = [try vault.reveal(chosen)]
    values += try kept(behind: chosen, resolution).compactMap(revealIfSealed)
    var earlier = chosen.node["previous"]
    for other in others where other.record.digest != nil {
      let losing = try resolution.entry(.credential, other)
      for record in try kept(behind: losing, resolution).reversed() {
        try chain(record, behind: &earlier, unlessAmong: &values)
      }
      guard let secret = try revealIfSealed(losing), !values.contains(secret) else { continue }
      let id = UUIDText.write(makeID())
      var node = losing.node
      node.setMember("id", Node(.string(id)))
      node.setMember("previous", earlier)
      try put(node, .credential, over: nil, value: .secret(secret), .superseded)
      values.append(secret)
      earlier = Node(.string(id))
    }
    var node = chosen.node
    node.setMember("previous", earlier)
    return node
  }

  private func revealIfSealed(_ entry: SealedEntry) throws -> Secret? {
    guard case .sealed = entry.value else { return nil }
    return try vault.reveal(entry)
  }

  /// The superseded records behind an entry, newest first.
  private func kept(behind entry: SealedEntry, _ resolution: Resolution) throws -> [SealedEntry] {
    var records: [SealedEntry] = []
    var next = entry.node["previous"]?.text
    while let id = next, records.count < 1000,
      let record = vault.verified.entries(.credential).first(where: { $0.id == id })
    {
      records.append(record)
      next = record.node["previous"]?.text
    }
    return records
  }

  /// Puts a superseded record of the losing side into the chain of the chosen one, or takes it
  /// out if the chain has its value already.
  private mutating func chain(
    _ record: SealedEntry, behind earlier: inout Node?, unlessAmong values: inout [Secret]
  ) throws {
    guard let id = record.id, !records.contains(where: { $0.id == id }) else { return }
    // The chain of the chosen side has it: it stays where it is.
    if try isInChain(id, from: earlier) { return }
    if let secret = try revealIfSealed(record), values.contains(secret) {
      return try remove(record, reason: "conflict resolved")
    }
    if let secret = try revealIfSealed(record) { values.append(secret) }
    var node = record.node
    node.setMember("previous", earlier)
    try put(node, .credential, over: record, value: value(of: record), .edited)
    earlier = Node(.string(id))
  }

  private func isInChain(_ id: String, from start: Node?) throws -> Bool {
    var next = start?.text
    var steps = 0
    while let current = next, steps < 1000 {
      if current == id { return true }
      next = vault.verified.entries(.credential).first { $0.id == current }?.node["previous"]?.text
      steps += 1
    }
    return false
  }
}

extension Resolution {
  /// The entry that a record speaks of, from the side that has it.
  func entry(_ kind: EntityKind, _ head: EntityHistory.Entry) throws -> SealedEntry {
    for version in sides.all {
      guard let entry = version.entry(kind, head.record.id) else { continue }
      if let digest = head.record.digest {
        if entry.digest == digest { return entry }
      } else if case .plain = entry.value {
        return entry
      }
    }
    throw VaultRefusal(
      "the version of '\(head.record.name ?? head.record.id)' by '\(head.author)' is in neither "
        + "side's files",
      help: "run the command where git has both sides, while the merge is in progress or right "
        + "after it", kind: .circumstances)
  }
}
