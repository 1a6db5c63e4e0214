/// Judges one change: whether its author was entitled to each of its records.
struct ChangeJudge {
  struct Verdict {
    var counts = true
    var faults: [VaultFault] = []
  }

  private let state: LedgerState
  private let signed: SignedChange
  private let position: Int
  private let laterNarrowings: [Member]

  /// - Parameter later: What the author is after changes that were made at the same time, stand
  ///   further back in the ledger's order, and take something away.
  init(
    state: LedgerState, _ signed: SignedChange, _ position: Int,
    laterNarrowings later: [Member] = []
  ) {
    self.state = state
    self.signed = signed
    self.position = position
    laterNarrowings = later
  }

  private var change: Change { signed.change }

  func verdict() -> Verdict {
    var verdict = Verdict()
    verdict.faults = revisionFaults()
    let states = authorStates
    guard !states.isEmpty else {
      return refused(
        .authorUnknown, "is by '\(change.author)', who was no member when it was made",
        help: "restore the folder from git: someone who is no member has written it")
    }
    for record in change.records {
      guard let lack = lack(of: states, for: record) else { continue }
      return refused(
        .grantMissing, "\(Self.did(record)), to which '\(change.author)' was not entitled: \(lack)",
        help: "an owner finds out who signed it, and restores the folder from git")
    }
    guard let record = recordLostMeanwhile() else { return verdict }
    return refused(
      .changeNotAdmitted,
      "\(Self.did(record)), while '\(change.author)' lost the right to do so",
      help: "an owner settles it: `flyconf vault resolve \(change.author) --take ours|theirs`")
  }

  private func refused(_ kind: VaultFault.Kind, _ message: String, help: String) -> Verdict {
    Verdict(counts: false, faults: [.inChange(kind, signed.fileName, message, help: help)])
  }

  private static func did(_ record: ChangeRecord) -> String {
    let name = record.name ?? record.id
    return "has a record '\(record.action.rawValue)' on the \(record.type.rawValue) '\(name)'"
  }

  // MARK: Rights

  /// The author as the change's own past knows it; the founder is known by the change itself.
  private var authorStates: [Member] {
    if change.isFounding {
      return change.records.compactMap(\.member).filter { $0.name == change.author && $0.mayManage }
    }
    return state.members[change.author.text]?.states(at: position, state.graph) ?? []
  }

  /// The record that the author would not have been entitled to, had the change been made after
  /// what happened to the author at the same time; nothing if owners have admitted the change.
  private func recordLostMeanwhile() -> ChangeRecord? {
    guard let history = state.members[change.author.text],
      !state.admitted.contains(signed.hash.hex)
    else { return nil }
    let narrowed = history.concurrentNarrowings(at: position, state.graph) + laterNarrowings
    guard !narrowed.isEmpty else { return nil }
    let states = authorStates
    return change.records.first { record in
      // A key that may be in other hands signs nothing.
      let isSameKey = narrowed.allSatisfy { later in
        states.contains {
          $0.keys == later.keys || later.formerSigningKeys.contains($0.keys.signingHex)
        }
      }
      return !isSameKey || lack(of: narrowed, for: record) != nil
    }
  }

  /// Why some of the states would not entitle the author to a record; nothing if all do.
  private func lack(of states: [Member], for record: ChangeRecord) -> String? {
    switch record.type {
    case .credential, .variable:
      let compartments = lastRecords(of: record.key).map(\.record.compartment)
      let missing = ([record.compartment] + compartments).first { compartment in
        compartment.map { compartment in
          !states.allSatisfy { $0.mayChange(compartment) }
        } ?? false
      }
      return missing?.map { "no grant to change '\($0)'" }
    case .key where record.action == .keyCreated && isFirstKey(record):
      let isAllowed = record.compartment.map { compartment in
        states.allSatisfy { $0.mayChange(compartment) }
      }
      return isAllowed ?? false ? nil : "no grant to change '\(record.compartment?.text ?? "")'"
    case .key, .member, .settings, .change:
      return states.allSatisfy(\.mayManage) ? nil : "only owners are"
    }
  }

  /// The last records on an entity as the change knows them.
  private func lastRecords(of key: EntityKey) -> [EntityHistory.Entry] {
    state.entities[key]?.heads(before: position, state.graph) ?? []
  }

  private func isFirstKey(_ record: ChangeRecord) -> Bool {
    record.compartment.map { state.currentKeys(of: $0, at: position).isEmpty } ?? false
  }

  // MARK: Revisions

  /// Every record's revision is one more than the last one in its past, and a change has one
  /// record on an entity.
  private func revisionFaults() -> [VaultFault] {
    var seen = Set<EntityKey>(minimumCapacity: change.records.count)
    return change.records.compactMap { record in
      guard record.type != .change else { return nil }
      let expected = EntityHistory.revision(after: lastRecords(of: record.key))
      guard seen.insert(record.key).inserted else {
        return .inChange(
          .changeAltered, signed.fileName,
          "\(Self.did(record)) beside another one on it", help: Ledger.restoreHelp)
      }
      guard record.revision == expected else {
        return .inChange(
          .changeAltered, signed.fileName,
          "\(Self.did(record)) of revision \(record.revision), expected \(expected)",
          help: Ledger.restoreHelp)
      }
      return nil
    }
  }
}
