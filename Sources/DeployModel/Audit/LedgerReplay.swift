/// Goes through the ledger from its founding on and judges every change by the rights that its
/// author had in its own past.
///
/// No key is needed: who was a member, with which keys and grants, stands in the ledger itself.
package struct LedgerReplay: Sendable {
  package private(set) var state = LedgerState()
  package private(set) var faults: [VaultFault]
  /// What was taken away from authors at the same time and stands behind their changes.
  private let laterNarrowings: [Int: [Member]]

  /// - Parameter admitted: Changes that are taken for admitted, by the digits of their hashes.
  package init(_ ledger: Ledger, admitting admitted: Set<String> = []) {
    let named = ledger.changes.lazy.flatMap(\.change.records).filter { $0.action == .admitted }
    self.init(ledger, admitting: admitted.union(named.map(\.id)), laterNarrowings: [:])
    settle(ledger, admitting: admitted)
    checkSignatures(ledger)
  }

  private init(
    _ ledger: Ledger, admitting admitted: Set<String>, laterNarrowings later: [Int: [Member]]
  ) {
    laterNarrowings = later
    faults = ledger.faults
    state.founding = ledger.founding?.hash
    state.admitted = admitted
    for signed in ledger.changes { replay(signed, ledger) }
  }

  /// How far the clock of one machine may be behind another's, in seconds.
  static let clockTolerance: Int64 = 300

  // MARK: Changes

  private mutating func replay(_ signed: SignedChange, _ ledger: Ledger) {
    let parents = signed.change.after.compactMap { ledger.position(of: $0) }
    let position = state.place(signed, parents: parents)
    guard checkHeader(signed, ledger) else { return }
    let verdict = verdict(on: signed, position)
    faults += verdict.faults
    // What does not count leaves everything as it was.
    if verdict.counts { state.apply(signed, at: position) }
  }

  /// In a function of its own, so that the judge's copy of the state is gone before it changes.
  private func verdict(on signed: SignedChange, _ position: Int) -> ChangeJudge.Verdict {
    ChangeJudge(
      state: state, signed, position, laterNarrowings: laterNarrowings[position] ?? []
    ).verdict()
  }

  // MARK: Rights lost at the same time

  /// A change that was dated back stands before the removal of its author, and one that is
  /// admitted before its admission, which are known only when the replay has come so far: then
  /// everything is judged once more. An admission by a change that does not count is none.
  ///
  /// What does not count then may have been what took a right away, so that it is repeated until
  /// nothing differs. Each time settles at least the first change that was judged by something
  /// that does not count; a ledger that has not come to rest after some rounds keeps the faults
  /// of all.
  private mutating func settle(_ ledger: Ledger, admitting given: Set<String>) {
    var seen: [VaultFault] = []
    for _ in 0..<Self.roundLimit {
      let later = narrowings(in: ledger)
      let admitted = given.union(state.admissions)
      if later == laterNarrowings, admitted == state.admitted { return }
      seen += faults
      self = LedgerReplay(ledger, admitting: admitted, laterNarrowings: later)
    }
    faults += seen.filter { !faults.contains($0) }
  }

  private static let roundLimit = 16

  /// For each change, what took something away from its author at the same time and stands
  /// behind it.
  private func narrowings(in ledger: Ledger) -> [Int: [Member]] {
    let histories = state.members.values.filter { $0.entries.contains(where: \.isNarrowing) }
    var found: [Int: [Member]] = [:]
    for history in histories {
      let name = history.entries.first?.member.name
      for entry in history.entries where entry.isNarrowing {
        for position in 0..<entry.position where ledger.changes[position].change.author == name {
          guard !state.graph.isPast(position, of: entry.position) else { continue }
          found[position, default: []].append(entry.member)
        }
      }
    }
    return found
  }

  private mutating func checkHeader(_ signed: SignedChange, _ ledger: Ledger) -> Bool {
    let change = signed.change
    if change.isFounding {
      if signed.hash == state.founding { return true }
      faults.append(.inChange(.changeForeign, signed.fileName, "founds another vault"))
      return false
    }
    guard change.vault == state.founding else {
      faults.append(
        .inChange(
          .changeForeign, signed.fileName, "belongs to another vault",
          help: "remove the file: a change counts only in the vault it was made for"))
      return false
    }
    for parent in change.after {
      guard let earlier = ledger.change(parent)?.change,
        change.time.seconds(since: earlier.time) < -Self.clockTolerance
      else { continue }
      faults.append(
        .inChange(
          .changeAltered, signed.fileName,
          "says it was made at \(change.time), before the change it follows (\(earlier.time))",
          help: "whoever made it had a wrong clock, or meant to deceive"))
      return false
    }
    return true
  }

  // MARK: Signatures

  /// Checks the signatures of the changes that no later change of the same author covers.
  ///
  /// A change names its past by hash, so that its signature covers everything in it; and no one
  /// signs before having verified. What the author has signed since therefore vouches for the
  /// author's own earlier changes, as far as they were made with the same key: whoever was given
  /// new keys vouches for nothing that the old ones signed.
  private mutating func checkSignatures(_ ledger: Ledger) {
    let check = SignatureCheck(state)
    var covering: [[[UInt8]]: [Int]] = [:]
    for position in ledger.changes.indices.reversed() {
      let signed = ledger.changes[position]
      let keys = check.signingKeys(of: signed, position)
      let later = covering[keys] ?? []
      if later.contains(where: { state.graph.isPast(position, of: $0) }) { continue }
      covering[keys, default: []].append(position)
      if !check.isSigned(signed, at: position) { faults.append(SignatureCheck.fault(signed)) }
    }
  }
}
