import Documents

/// What a member was at each moment: who judges a change needs the grants of its own past.
struct MemberHistory: Sendable {
  struct Entry: Sendable {
    var position: Int
    var time: Timestamp
    var member: Member
    /// Whether the record took something away that the member had before.
    var isNarrowing: Bool
  }

  var entries: [Entry] = []

  /// The member as it was when a change was made; more than one where two changes of it were
  /// made at the same time, none if it had not joined.
  func states(at position: Int, _ graph: LedgerGraph) -> [Member] {
    let past = entries.filter { $0.position < position && graph.isPast($0.position, of: position) }
    return past.filter { entry in
      !past.contains {
        $0.position > entry.position && graph.isPast(entry.position, of: $0.position)
      }
    }.map(\.member)
  }

  /// What took something away from the member without the change at a position knowing of it.
  func concurrentNarrowings(at position: Int, _ graph: LedgerGraph) -> [Member] {
    entries.filter { entry in
      entry.isNarrowing && !graph.isPast(entry.position, of: position)
        && !graph.isPast(position, of: entry.position)
    }.map(\.member)
  }

  mutating func add(
    _ member: Member, at position: Int, _ time: Timestamp, _ graph: LedgerGraph
  ) {
    let before = states(at: position, graph)
    let isNarrowing = before.contains { $0.loses(by: member) }
    entries.append(
      Entry(position: position, time: time, member: member, isNarrowing: isNarrowing))
  }
}

extension Member {
  /// Whether a later state of the member lacks a right, or distrusts a key, of this one.
  func loses(by later: Member) -> Bool {
    if later.isRemoved || (isOwner && !later.isOwner) || (!isService && later.isService) {
      return true
    }
    let hasLostKey =
      keys != later.keys && !later.formerSigningKeys.contains(keys.signingHex)
    return hasLostKey || (!later.isOwner && !grants.allSatisfy(later.grants.contains))
  }
}
