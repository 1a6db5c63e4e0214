/// A value in use that someone can have read who should not know it any longer.
///
/// It stays exposed until the value itself is another one: new keys alone change nothing about
/// what is known. Nothing of it is stored: all of it follows from the ledger.
package struct Exposure: Sendable {
  /// Why a member should no longer know what it could read.
  package enum Cause: String, Sendable {
    case removed
    case keysStolen = "keys_stolen"
    case grantsNarrowed = "grants_narrowed"
    /// The value was put where the member's grants do not reach.
    case moved
  }

  package var entry: SealedEntry
  /// Who can have read it, or whose keys someone else has.
  package var member: MemberName
  package var cause: Cause
  /// When the rights were lost.
  package var since: Timestamp
}

extension Exposure.Cause {
  /// Why what a member could open is exposed; nothing if it is not.
  ///
  /// A key that is given up without its being stolen is kept in the member's list of former keys.
  init?(from before: Member, to after: Member) {
    let hasLostKey =
      before.keys != after.keys && !after.formerSigningKeys.contains(before.keys.signingHex)
    if before.isRemoved {
      return nil
    } else if after.isRemoved {
      self = .removed
    } else if hasLostKey {
      self = .keysStolen
    } else if before.loses(by: after) {
      self = .grantsNarrowed
    } else {
      return nil
    }
  }
}

extension VerifiedVault {
  /// The values in use that are exposed, each with the latest loss of rights of each member, in
  /// the order of the files. Superseded values are in use no longer.
  package var exposures: [Exposure] {
    let losses = state.rightsLosses
    return (credentials.current + entries(.variable)).flatMap { exposures(of: $0, by: losses) }
  }

  private func exposures(of entry: SealedEntry, by losses: [RightsLoss]) -> [Exposure] {
    guard case .sealed = entry.value, let id = entry.id,
      let history = state.history(RecordType(entry.kind), id)
    else { return [] }
    var found: [MemberName: Exposure] = [:]
    for move in history.moves(state.graph) {
      for name in state.membersLosing(by: move) {
        found[name] = Exposure(entry: entry, member: name, cause: .moved, since: move.to.time)
      }
    }
    for loss in losses where history.isExposed(by: loss, state.graph) {
      found[loss.member] = Exposure(
        entry: entry, member: loss.member, cause: loss.cause, since: loss.time)
    }
    return found.values.sorted { $0.member.text < $1.member.text }
  }
}

extension LedgerState {
  /// Every loss of rights, in the order of the ledger.
  fileprivate var rightsLosses: [RightsLoss] {
    members.values.flatMap { history in
      history.entries.flatMap { entry in
        history.states(at: entry.position, graph).compactMap { RightsLoss(from: $0, to: entry) }
      }
    }.sorted { $0.position < $1.position }
  }
}

extension LedgerState {
  /// The members who could open a value where it was, and cannot where it was put.
  fileprivate func membersLosing(by move: EntityHistory.Move) -> [MemberName] {
    members.values.compactMap { history in
      history.states(at: move.to.position, graph).first { member in
        member.mayReveal(move.from.compartment) && !member.mayReveal(move.to.compartment)
      }?.name
    }
  }
}

extension EntityHistory {
  /// A change that put an entity into another compartment.
  struct Move {
    var from: Place
    var to: Place
  }

  /// The moves of the present value.
  fileprivate func moves(_ graph: LedgerGraph) -> [Move] {
    zip(compartments, compartments.dropFirst()).map { Move(from: $0, to: $1) }.filter { move in
      valueChanges.contains { !graph.isPast(move.to.position, of: $0.position) }
    }
  }

  /// Whether the present value was there for a member to read before it lost its rights.
  ///
  /// A value that was set at the same time on another branch counts: it was sealed for the keys
  /// that the member had.
  fileprivate func isExposed(by loss: RightsLoss, _ graph: LedgerGraph) -> Bool {
    valueChanges.contains { change in
      !graph.isPast(loss.position, of: change.position)
        && places(from: change.position, to: loss.position, graph).contains(where: loss.exposes)
    }
  }

  /// The compartments in which a value was between two changes.
  private func places(
    from start: Int, to end: Int, _ graph: LedgerGraph
  ) -> [Compartment] {
    let first = compartments.last { $0.position <= start }
    let later = compartments.filter { $0.position > start && !graph.isPast(end, of: $0.position) }
    return ([first].compactMap(\.self) + later).map(\.compartment)
  }
}
