/// Goes through the ledger from its founding on and judges every change by the rights that its
/// author had in its own past.
///
/// No key is needed: who was a member, with which keys and grants, stands in the ledger itself.
package struct LedgerReplay: Sendable {
  package private(set) var state = LedgerState()
  package private(set) var faults: [VaultFault]

  /// - Parameter admitted: Changes that are taken for admitted, by the digits of their hashes.
  package init(_ ledger: Ledger, admitting admitted: Set<String> = []) {
    faults = ledger.faults
    state.founding = ledger.founding?.hash
    state.admitted = admitted.union(
      ledger.changes.lazy.flatMap(\.change.records).filter { $0.action == .admitted }.map(\.id))
    for signed in ledger.changes { replay(signed, ledger) }
    checkSignatures(ledger)
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
    ChangeJudge(state: state, signed, position).verdict()
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
  /// author's own earlier changes.
  private mutating func checkSignatures(_ ledger: Ledger) {
    let check = SignatureCheck(state)
    var covering: [MemberName: [Int]] = [:]
    for position in ledger.changes.indices.reversed() {
      let signed = ledger.changes[position]
      let later = covering[signed.change.author] ?? []
      if later.contains(where: { state.graph.isPast(position, of: $0) }) { continue }
      covering[signed.change.author, default: []].append(position)
      if !check.isSigned(signed, at: position) { faults.append(SignatureCheck.fault(signed)) }
    }
  }
}
