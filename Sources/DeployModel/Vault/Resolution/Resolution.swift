import Documents

/// Settles what two branches did to the same entity at the same time.
///
/// A merge is put together from both sides by the ledger; where two records contradict one
/// another, the one that is chosen is recorded anew, with both in its past. The losing value of a
/// credential is kept as a superseded one.
package struct Resolution {
  /// Records on one entity that contradict one another.
  package struct Conflict: Sendable {
    package struct Side: Sendable {
      /// `ours` or `theirs`, where git tells.
      package var label: String
      package var action: String
      package var author: String
      package var time: Timestamp
      /// The change's hash.
      package var change: Hash256
      /// Whether it gave the entity another value.
      var changesValue: Bool
      /// Whether it only sealed the same value anew.
      var isResealing: Bool
    }

    package var key: EntityKey
    /// The name for people.
    package var name: String
    package var sides: [Side]

    /// The one side that counts without asking: new keys on the other side take nothing from a
    /// new value, which is sealed under them.
    package var obviousChoice: Choice? {
      let changed = sides.filter(\.changesValue)
      guard changed.count == 1, let side = changed.first,
        sides.allSatisfy({ $0.changesValue || $0.isResealing })
      else { return nil }
      return .change(side.change.hex)
    }
  }

  let sides: MergeSides
  let ledger: Ledger
  let state: LedgerState
  /// The changes that are let count by this resolution.
  package let admitted: [SignedChange]

  /// - Throws: `IntegrityError` if the ledger has faults that no choice settles.
  package init(
    _ sides: MergeSides, _ ledger: Ledger, admittingChangesOf member: String?
  ) throws(IntegrityError) {
    self.sides = sides
    self.ledger = ledger
    let replay = LedgerReplay(ledger)
    let refused = replay.faults.filter { $0.kind == .changeNotAdmitted }
    let others = replay.faults.filter { $0.kind != .changeNotAdmitted }
    guard others.isEmpty else { throw IntegrityError(faults: others) }
    admitted = ledger.changes.filter { signed in
      signed.change.author.text == member
        && refused.contains { $0.place == .file("\(SignedChange.folderName)/\(signed.fileName)") }
    }
    guard admitted.count == refused.count else { throw IntegrityError(faults: refused) }
    guard !admitted.isEmpty else {
      state = replay.state
      return
    }
    let settled = LedgerReplay(ledger, admitting: Set(admitted.map(\.hash.hex)))
    guard settled.faults.isEmpty else {
      throw IntegrityError(faults: Self.explained(settled.faults, refused))
    }
    state = settled.state
  }

  /// What is left to say where letting one change count takes from the author of another what
  /// that one needs, as with owners who removed one another.
  private static func explained(
    _ faults: [VaultFault], _ settled: [VaultFault]
  ) -> [VaultFault] {
    (settled + faults).map { fault in
      var fault = fault
      fault.help =
        "they took from one another what their changes need, on two branches: only one branch can "
        + "be kept (`git merge --abort`, or `git reset` to before the merge)"
      return fault
    }
  }

  /// The project as both sides together make it, where only conflicts are left.
  ///
  /// - Parameter ledgerFiles: The files of the ledger as they stand on disk.
  package func merged(_ ledgerFiles: [LedgerFile]) throws(IntegrityError) -> VerifiedVault {
    var sources = sides.present.snapshot.sourcesByFile
    for kind in EntityKind.allCases {
      guard let bytes = MergedEntries(kind, sides, state).bytes() else { continue }
      let name = sources[kind.file]?.name ?? kind.file.name
      sources[kind.file] = SourceText(name: name, bytes: bytes)
    }
    let manifest = MergedManifest(sides, state).manifest()
    let files = VaultFiles(
      manifest: manifest.map { SourceText(name: VaultManifest.fileName, $0.text) },
      ledger: ledgerFiles, snapshot: ProjectSnapshot(sources))
    return try VerifiedVault(VaultVerification(files, state), accepting: [.conflict])
  }

  /// The entries of which both sides changed what anyone may edit: ours is kept.
  package var keptAsOurs: [SealedEntry] {
    EntityKind.allCases.flatMap { MergedEntries($0, sides, state).keptAsOurs() }
  }

  /// The entities whose records contradict one another, with what each side did.
  package var conflicts: [Conflict] {
    state.entities.filter(\.value.isInConflict)
      .map { key, history in
        Conflict(
          key: key, name: history.last?.record.name ?? key.id,
          sides: history.heads.map { side(of: $0) })
      }
      .sorted {
        ($0.key.type.rawValue, $0.name, $0.key.id) < ($1.key.type.rawValue, $1.name, $1.key.id)
      }
  }

  private func side(of head: EntityHistory.Entry) -> Conflict.Side {
    let signed = ledger.changes[head.position]
    let label =
      matches(.ours, signed) ? "ours" : matches(.theirs, signed) ? "theirs" : "one side"
    return Conflict.Side(
      label: label, action: head.record.action.rawValue, author: head.author.text,
      time: head.time, change: signed.hash, changesValue: head.record.action.changesValue,
      isResealing: head.record.action == .resealed)
  }

  /// What a choice means for a conflict.
  ///
  /// Where someone lost the right to change what they changed, theirs is always the change of
  /// that person, whichever of git's sides it came from.
  package func choice(_ choice: Choice, over conflict: Conflict) -> Choice {
    let leavers = admitted.map(\.hash)
    guard conflict.sides.contains(where: { leavers.contains($0.change) }) else { return choice }
    let meant = conflict.sides.first { leavers.contains($0.change) == (choice == .theirs) }
    return meant.map { .change($0.change.hex) } ?? choice
  }

  /// The entry as it was before the changes of someone who lost the right to them.
  func entryWithoutAdmitted(_ kind: EntityKind, _ id: String) -> SealedEntry? {
    let names = Set(admitted.map(\.fileName))
    let versions = [sides.ours, sides.theirs, sides.base].compactMap(\.self)
    return versions.first { $0.changeNames.isDisjoint(with: names) }?.entry(kind, id)
  }

  /// The last record of the side that is chosen, and the others.
  ///
  /// - Throws: `MalformedValue` if the choice does not single one out.
  package func chosen(
    _ choice: Choice, among heads: [EntityHistory.Entry]
  ) throws(MalformedValue) -> (chosen: EntityHistory.Entry, others: [EntityHistory.Entry]) {
    let matching = heads.filter { matches(choice, ledger.changes[$0.position]) }
    guard matching.count == 1, let chosen = matching.first else {
      let hashes = heads.map { head in
        "\(ledger.changes[head.position].hash.hex.prefix(8)) by '\(head.author)' at \(head.time)"
      }
      throw MalformedValue(
        "which of the records is meant is not clear: \(hashes.joined(separator: ", "))",
        help: "choose one by its change: --take \(hashes.first?.prefix(8) ?? "")")
    }
    return (chosen, heads.filter { $0.position != chosen.position })
  }

  private func matches(_ choice: Choice, _ signed: SignedChange) -> Bool {
    let isOurs = sides.ours?.changeNames.contains(signed.fileName) ?? false
    let isTheirs = sides.theirs?.changeNames.contains(signed.fileName) ?? false
    switch choice {
    case .ours: return isOurs && !isTheirs
    case .theirs: return isTheirs && !isOurs
    case .change(let digits): return signed.hash.hex.hasPrefix(digits)
    }
  }
}
