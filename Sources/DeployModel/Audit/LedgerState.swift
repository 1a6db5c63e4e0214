/// What the ledger says after all its changes: the last records of everything, and who was
/// entitled to what at which moment.
///
/// It is all that verifying a project and making the next change need; the changes themselves
/// need not be at hand.
package struct LedgerState: Sendable {
  /// A change that no other names.
  package struct Tip: Sendable {
    package var hash: Hash256
    package var time: Timestamp
    var position: Int
  }

  /// The hash of the founding change.
  package internal(set) var founding: Hash256?
  /// What the next change comes after.
  package internal(set) var tips: [Tip] = []
  /// The hash of every change, in the order of the ledger.
  var hashes: [Hash256] = []
  /// The last records of every entity.
  package internal(set) var entities: [EntityKey: EntityHistory] = [:]
  var members: [String: MemberHistory] = [:]
  /// The data keys made for each compartment, in the order of the ledger.
  var keysMade: [Compartment: [KeyMade]] = [:]
  /// Changes that count although their author had lost the right to them: owners named them.
  var admitted: Set<String> = []
  /// The changes that counting ones have named as admitted in this replay.
  var admissions: Set<String> = []
  var graph = LedgerGraph()

  struct KeyMade: Sendable {
    var position: Int
    var identifier: String
  }

  init() {}

  package var changeCount: Int { graph.count }

  /// Whether a change is in the ledger.
  package func contains(_ hash: Hash256) -> Bool {
    // The newest are asked for most.
    hashes.lastIndex(of: hash) != nil
  }

  package func history(_ type: RecordType, _ id: String) -> EntityHistory? {
    entities[EntityKey(type: type, id: id)]
  }

  /// The data keys of a compartment that were the newest when a change was made.
  func currentKeys(of compartment: Compartment, at position: Int) -> Set<String> {
    let past = (keysMade[compartment] ?? []).filter { graph.isPast($0.position, of: position) }
    return Set(
      past.filter { key in
        !past.contains { $0.position > key.position && graph.isPast(key.position, of: $0.position) }
      }.map(\.identifier))
  }

  /// The data key under which new values of a compartment are sealed.
  package func primaryKey(of compartment: Compartment) -> String? {
    keysMade[compartment]?.last?.identifier
  }

  /// When a member joined.
  package func timeOfJoining(_ member: MemberName) -> Timestamp? {
    members[member.text]?.entries.first?.time
  }

  /// The revision that the next record on an entity has.
  package func nextRevision(_ type: RecordType, _ id: String) -> UInt64 {
    history(type, id)?.nextRevision ?? 1
  }

  // MARK: Changes

  /// Places a change behind those it names.
  ///
  /// - Parameter parents: The positions of the changes it names.
  /// - Returns: Its own position.
  mutating func place(_ signed: SignedChange, parents: [Int]) -> Int {
    let position = graph.count
    graph.append(parents: parents)
    hashes.append(signed.hash)
    tips.removeAll { signed.change.after.contains($0.hash) }
    tips.append(Tip(hash: signed.hash, time: signed.change.time, position: position))
    tips.sort { $0.hash < $1.hash }
    return position
  }

  /// Lets the records of a change count.
  mutating func apply(_ signed: SignedChange, at position: Int) {
    entities.reserveCapacity(entities.count + signed.change.records.count)
    for record in signed.change.records { apply(record, signed, position) }
  }

  private mutating func apply(_ record: ChangeRecord, _ signed: SignedChange, _ position: Int) {
    let entry = EntityHistory.Entry(
      record: record, position: position, author: signed.change.author, time: signed.change.time)
    entities[record.key, default: EntityHistory()].add(entry, graph)
    if record.type == .member, let member = record.member {
      members[record.id, default: MemberHistory()].add(
        member, at: position, signed.change.time, graph)
    }
    if record.action == .admitted { admissions.insert(record.id) }
    if record.action == .keyCreated, let compartment = record.compartment {
      keysMade[compartment, default: []].append(KeyMade(position: position, identifier: record.id))
    }
  }
}

extension LedgerState {
  /// The member who had keys at some time.
  func formerHolder(of keys: PublicKeys) -> MemberName? {
    members.values.lazy.flatMap(\.entries).first { $0.member.keys == keys }?.member.name
  }

  /// The state after one more change that comes after all others.
  ///
  /// - Throws: `VaultFault` if the change would not verify.
  func appending(_ file: LedgerFile) throws(VaultFault) -> LedgerState {
    let signed = try SignedChange.read(file)
    guard Set(signed.change.after) == Set(tips.map(\.hash)) else {
      throw .inChange(.changeMissing, file.name, "does not follow the changes that are there")
    }
    var state = self
    let position = state.place(signed, parents: tips.map(\.position))
    let verdict = ChangeJudge(state: state, signed, position).verdict()
    if let fault = verdict.faults.first { throw fault }
    state.apply(signed, at: position)
    guard SignatureCheck(state).isSigned(signed, at: position) else {
      throw SignatureCheck.fault(signed)
    }
    return state
  }
}
