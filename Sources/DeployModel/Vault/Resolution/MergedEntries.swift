import Documents

/// Puts the entries of a list file together from both sides of a merge, by what the ledger says.
///
/// The ledger of both sides is there as soon as git has merged, whatever marks of conflicts the
/// list file holds. It knows the digest that each entry must have, and one of the sides has the
/// entry of that digest. What the ledger does not know is merged by its text: what only one side
/// changed is taken from that side.
struct MergedEntries {
  private let kind: EntityKind
  private let sides: MergeSides
  private let state: LedgerState

  init(_ kind: EntityKind, _ sides: MergeSides, _ state: LedgerState) {
    self.kind = kind
    self.sides = sides
    self.state = state
  }

  /// The file with every entry as the ledger has it, where a side has it so.
  ///
  /// - Returns: Nothing if what stands there is right already.
  func bytes() -> [UInt8]? {
    if isSettled(sides.present) { return nil }
    guard let frame = frame, let entries = frame.snapshot.sealedEntries(kind) else { return nil }
    var changes = EntryChanges(kind)
    var seen: Set<String> = []
    for entry in entries {
      guard let id = entry.id else { continue }
      seen.insert(id)
      guard let merged = merged(id) else {
        changes.remove(entry.index)
        continue
      }
      changes.replace(entry.index, with: merged)
    }
    for id in otherIDs(than: seen) {
      if let merged = merged(id) { changes.add(merged) }
    }
    return changes.bytes(in: frame.snapshot)
  }

  /// The version whose text the result keeps: ours, so that a merge shows only what came in.
  private var frame: VaultVersion? {
    [sides.ours, sides.present, sides.theirs].compactMap(\.self).first {
      $0.snapshot.sealedEntries(kind) != nil
    }
  }

  /// Whether every entry of a version is as the ledger wants it.
  private func isSettled(_ version: VaultVersion) -> Bool {
    guard let entries = version.snapshot.sealedEntries(kind) else { return false }
    let byID = Dictionary(
      entries.compactMap { entry in entry.id.map { ($0, entry) } }, uniquingKeysWith: { $1 })
    return state.entities.allSatisfy { key, history in
      guard key.type == RecordType(kind) else { return true }
      return isRight(byID[key.id], history)
    }
  }

  /// Whether an entry is what one of the last records says.
  private func isRight(_ entry: SealedEntry?, _ history: EntityHistory) -> Bool {
    history.heads.contains { head in
      guard let digest = head.record.digest else {
        return head.record.action == .removed ? entry == nil : true
      }
      return entry?.digest == digest
    }
  }

  private func otherIDs(than seen: Set<String>) -> [String] {
    let known = [sides.theirs, sides.ours, sides.present].compactMap(\.self).flatMap { version in
      (version.snapshot.sealedEntries(kind) ?? []).compactMap(\.id)
    }
    var met = seen
    return known.filter { met.insert($0).inserted }
  }

  /// The entries of which both sides changed what the ledger does not cover, each in its own way:
  /// a description, or a plain variable.
  func keptAsOurs() -> [SealedEntry] {
    guard let theirs = sides.theirs, let listed = sides.ours?.snapshot.sealedEntries(kind) else {
      return []
    }
    return listed.filter { ours in
      guard let id = ours.id, let other = theirs.entry(kind, id),
        !ours.node.isEqual(to: other.node)
      else { return false }
      let isForTextToDecide =
        state.history(RecordType(kind), id).map { isRight(ours, $0) && isRight(other, $0) } ?? true
      let base = sides.base?.entry(kind, id)?.node
      return isForTextToDecide && !Self.isSame(ours.node, base) && !Self.isSame(other.node, base)
    }
  }

  // MARK: One entry

  /// The entry as it is to be; nothing if it is to be gone.
  private func merged(_ id: String) -> Node? {
    let ours = (sides.ours ?? sides.present).entry(kind, id)
    let theirs = sides.theirs?.entry(kind, id)
    let base = sides.base?.entry(kind, id)
    guard let history = state.history(RecordType(kind), id) else {
      return Self.byText(ours?.node, theirs?.node, base?.node)
    }
    let right = [ours, theirs].compactMap(\.self).filter { isRight($0, history) }
    if right.count == 2 { return Self.byText(ours?.node, theirs?.node, base?.node) }
    if let right = right.first { return right.node }
    if isRight(nil, history) { return nil }
    let elsewhere = [sides.present, sides.base].compactMap { $0?.entry(kind, id) }
    return elsewhere.first { isRight($0, history) }?.node ?? (ours ?? theirs)?.node
  }

  /// What only one side changed is taken from that side; what both changed, from ours.
  private static func byText(_ ours: Node?, _ theirs: Node?, _ base: Node?) -> Node? {
    isSame(ours, base) ? theirs : ours
  }

  private static func isSame(_ one: Node?, _ other: Node?) -> Bool {
    switch (one, other) {
    case (nil, nil): true
    case (let one?, let other?): one.isEqual(to: other)
    default: false
    }
  }
}
