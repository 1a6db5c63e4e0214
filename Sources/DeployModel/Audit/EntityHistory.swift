/// What the ledger says of one entity: its last record, or several made at the same time.
package struct EntityHistory: Sendable {
  /// A record and the change it stands in.
  package struct Entry: Sendable {
    package var record: ChangeRecord
    /// The position of the change in the ledger.
    package var position: Int
    package var author: MemberName
    package var time: Timestamp
  }

  /// The records that no later one has in its past; more than one is a conflict, unless they
  /// say the same.
  package internal(set) var heads: [Entry] = []
  /// All records, in the ledger's order: a change on another branch knows older ones as the last.
  private var entries: [Entry] = []
  /// A compartment the entity has been in, and the change that put it there.
  struct Place: Sendable {
    var position: Int
    var time: Timestamp
    var compartment: Compartment
  }

  /// The compartments the entity has been in, in the ledger's order.
  var compartments: [Place] = []
  /// Who gave the entity a value, and when.
  package struct ValueChange: Sendable {
    /// The position of the change in the ledger.
    var position: Int
    package var author: MemberName
    package var time: Timestamp
  }

  /// The changes of which any may have made the present value: several where it was changed at
  /// the same time on two branches.
  var valueChanges: [ValueChange] = []
  /// The same of the values that were superseded, the newest last: one of them can come back.
  var supersededValueChanges: [[ValueChange]] = []

  /// The last change of the value.
  package internal(set) var lastValueChange: ValueChange?

  /// The record that counts where there is no conflict.
  package var last: Entry? { heads.last }

  /// The revision that the next record has.
  package var nextRevision: UInt64 { Self.revision(after: heads) }

  /// One more than the last revision, which a forged record may have made the largest there is.
  static func revision(after entries: [Entry]) -> UInt64 {
    let last = entries.map(\.record.revision).max() ?? 0
    return last == .max ? last : last + 1
  }

  /// Whether the heads contradict one another.
  package var isInConflict: Bool {
    guard heads.count > 1 else { return false }
    return Set(heads.map(\.record.digest)).count > 1
  }

  /// The records that a change knows as the last ones.
  func heads(before position: Int, _ graph: LedgerGraph) -> [Entry] {
    if heads.allSatisfy({ graph.isPast($0.position, of: position) }) { return heads }
    var known: [Entry] = []
    // Backward, so that a record is met before those that it followed.
    for entry in entries.reversed() where graph.isPast(entry.position, of: position) {
      let isFollowed = known.contains { graph.isPast(entry.position, of: $0.position) }
      if !isFollowed { known.append(entry) }
    }
    return known.reversed()
  }

  mutating func add(_ entry: Entry, _ graph: LedgerGraph) {
    entries.append(entry)
    heads.removeAll { graph.isPast($0.position, of: entry.position) }
    // The only record is in both lists, which then share their memory. What was remembered on this
    // machine has heads without entries.
    if heads.isEmpty, entries.count == 1 { heads = entries } else { heads.append(entry) }
    if let compartment = entry.record.compartment, compartments.last?.compartment != compartment {
      compartments.append(
        Place(position: entry.position, time: entry.time, compartment: compartment))
    }
    if entry.record.action.changesValue {
      let change = ValueChange(
        position: entry.position, author: entry.author, time: entry.time)
      noteValue(change, of: entry.record, graph)
      lastValueChange = change
    }
  }

  private mutating func noteValue(
    _ change: ValueChange, of record: ChangeRecord, _ graph: LedgerGraph
  ) {
    let present = valueChanges
    let restored = supersededValueChanges.last
    if record.action == .rotated { supersededValueChanges.append(present) }
    if record.reason == ChangeRecord.restoring, let restored {
      // Who knew the value then knows it now.
      valueChanges = restored
    } else {
      valueChanges.removeAll { graph.isPast($0.position, of: change.position) }
      valueChanges.append(change)
    }
  }
}
