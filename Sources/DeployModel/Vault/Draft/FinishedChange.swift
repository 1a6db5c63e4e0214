import Documents

/// A draft that has been signed and proven, ready to be written.
package struct FinishedChange: Sendable {
  package let change: SignedChange
  let changeFile: LedgerFile
  /// The vault as it is once the change is written.
  package let verified: VerifiedVault
  /// What others want to hear of it.
  let events: [Event]

  /// Writes the change: all of its files or none.
  ///
  /// - Parameters:
  ///   - disk: What stands in the folder now.
  ///   - folder: The project's folder, whose exclusive lock the caller holds.
  package func commit(
    over disk: VaultFiles, in folder: String, _ system: FileSystem
  ) throws(FileError) {
    var transaction = verified.transaction(over: disk, in: folder, system)
    transaction.write(
      changeFile.bytes, to: "\(SignedChange.folderName)/\(changeFile.name)", replacing: nil)
    try EventFolder(folder, system).plan(events, in: &transaction)
    try transaction.commit()
  }
}

extension VerifiedVault {
  /// The writing of what is not as it stands on disk, keys before what is sealed with them.
  package func transaction(
    over disk: VaultFiles, in folder: String, _ system: FileSystem
  ) -> Transaction {
    var transaction = Transaction(folder: folder, system)
    if let manifest = files.manifest, manifest.bytes != disk.manifest?.bytes {
      transaction.write(
        manifest.bytes, to: VaultManifest.fileName,
        replacing: disk.manifest.map { SHA256.hash($0.bytes) })
    }
    for kind in EntityKind.allCases {
      let old = disk.snapshot.source(of: kind.file)?.bytes
      guard let bytes = files.snapshot.source(of: kind.file)?.bytes, bytes != old else { continue }
      transaction.write(bytes, to: kind.file.name, replacing: old.map { SHA256.hash($0) })
    }
    return transaction
  }
}

extension VaultDraft {
  /// Signs the change, and proves that the project verifies and opens with it before anything
  /// is written.
  ///
  /// - Throws: `IntegrityError` if it does not, which would be a mistake of this program.
  package func finish() throws -> FinishedChange {
    let change = Change(
      vault: vault.verified.manifest.id, author: author.name, time: time,
      after: state.tips.map(\.hash), records: records)
    let (signed, file) = try SignedChange.sign(change, by: vault.identity)
    let draft = self
    let (state, documents) = ParallelWork.both(
      { Result { try draft.stateAfter(file) } }, { draft.documentsAfter() })
    let after = try state.get()
    let snapshot =
      documents.map { ProjectSnapshot($0, BaseFiles()) } ?? vault.verified.files.snapshot
    let verification = VaultVerification(contents(snapshot, with: file, saying: after), after)
    let verified = try VerifiedVault(verification, accepting: accepted)
    try open(verified)
    return FinishedChange(
      change: signed, changeFile: file, verified: verified, events: events + exposed(in: verified))
  }

  /// What the change exposes: its author is told, and whoever else is to know.
  private func exposed(in verified: VerifiedVault) -> [Event] {
    guard records.contains(where: { $0.type == .member || isMove($0) }) else { return [] }
    return Event.exposed(verified.exposures.filter { $0.since == time }, at: time)
  }

  private func isMove(_ record: ChangeRecord) -> Bool {
    guard let last = state.history(record.type, record.id)?.compartments.last else { return false }
    return record.compartment.map { $0 != last.compartment } ?? false
  }

  /// What the ledger says with the change.
  private func stateAfter(_ change: LedgerFile) throws -> LedgerState {
    guard !records.contains(where: { $0.action == .admitted }) else {
      // What was not to count before counts now: everything has to be judged anew.
      let replay = LedgerReplay(Ledger(try vault.verified.files.ledger.files() + [change]))
      guard replay.faults.isEmpty else { throw IntegrityError(faults: replay.faults) }
      return replay.state
    }
    do throws(VaultFault) {
      return try state.appending(change)
    } catch {
      throw IntegrityError(faults: [error])
    }
  }

  /// The project's files with the change in them.
  private func contents(
    _ snapshot: ProjectSnapshot, with change: LedgerFile, saying state: LedgerState
  ) -> VaultFiles {
    var files = vault.verified.files
    files.snapshot = snapshot
    files.ledger = files.ledger.adding(change, saying: state)
    // Layout alone is not worth a change: the file stays as it is unless a part of it changed.
    if records.contains(where: { [.member, .key, .settings].contains($0.type) }) {
      let name = files.manifest?.name ?? VaultManifest.fileName
      files.manifest = SourceText(name: name, manifest.text)
    }
    return files
  }

  /// The documents as they will be read from the new text of the files; nothing if no entry
  /// changes.
  private func documentsAfter() -> ProjectDocuments? {
    guard !changes.isEmpty else { return nil }
    let before = vault.verified.files.snapshot
    var sources = before.sourcesByFile
    for (kind, changes) in changes {
      let name = sources[kind.file]?.name ?? kind.file.name
      sources[kind.file] = SourceText(name: name, bytes: changes.bytes(in: before))
    }
    return ProjectDocuments(sources)
  }

  /// Opens from the new bytes every value that the change has sealed.
  private func open(_ verified: VerifiedVault) throws {
    let touched = Set(records.lazy.filter { $0.digest != nil }.map(\.key))
    let reader = try OpenVault(verified, inHandsOf: author.name, sharing: vault)
    for kind in EntityKind.allCases where changes[kind] != nil {
      let sealed = verified.entries(kind).filter { $0.isSealed(in: touched) }
      let parts = ParallelWork.map(sealed) { entries in
        // What they hold is forgotten at once.
        Result { for entry in entries { _ = try reader.reveal(entry) } }
      }
      for part in parts { try part.get() }
    }
  }
}

extension SealedEntry {
  /// Whether the entry is sealed and belongs to a set.
  fileprivate func isSealed(in set: Set<EntityKey>) -> Bool {
    guard case .sealed = value, let id else { return false }
    return set.contains(EntityKey(type: RecordType(kind), id: id))
  }
}
