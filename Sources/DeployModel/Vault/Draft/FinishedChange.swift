import Documents

/// A draft that has been signed and proven: what is written to disk, and what it leads to.
package struct FinishedChange: Sendable {
  /// A file to write: its name in the project's folder, its new bytes, and those it replaces.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]
    package var old: [UInt8]?
  }

  /// The files in the order in which they take their places: keys before what is sealed with
  /// them.
  package let files: [File]
  package let change: SignedChange
  /// The vault as it is once the files are written.
  package let verified: VerifiedVault

  /// Writes all files or none.
  ///
  /// - Parameter folder: The project's folder, whose exclusive lock the caller holds.
  package func commit(in folder: String, _ system: FileSystem) throws(FileError) {
    var transaction = Transaction(folder: folder, system)
    for file in files {
      transaction.write(file.bytes, to: file.name, replacing: file.old.map { SHA256.hash($0) })
    }
    try transaction.commit()
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
    let (signed, text) = try SignedChange.sign(change, by: vault.identity)
    let changeFile = LedgerFile(name: signed.fileName, bytes: Array(text.utf8))
    let files = writtenFiles(changeFile)
    let contents = try contents(after: files, changeFile)
    let verified = try VerifiedVault(
      VaultVerification(contents, stateAfter(changeFile)))
    try open(verified)
    return FinishedChange(files: files, change: signed, verified: verified)
  }

  /// What the ledger says with the change.
  private func stateAfter(_ change: LedgerFile) throws -> LedgerState {
    guard !records.contains(where: { $0.action == .admitted }) else {
      // What was not to count before counts now: everything has to be judged anew.
      let replay = LedgerReplay(Ledger(vault.verified.files.ledger + [change]))
      guard replay.faults.isEmpty else { throw IntegrityError(faults: replay.faults) }
      return replay.state
    }
    do throws(VaultFault) {
      return try state.appending(change)
    } catch {
      throw IntegrityError(faults: [error])
    }
  }

  private func writtenFiles(_ change: LedgerFile) -> [FinishedChange.File] {
    let present = vault.verified.files
    var files: [FinishedChange.File] = []
    let manifestBytes = Array(manifest.text.utf8)
    if manifestBytes != present.manifest?.bytes, isManifestChanged {
      files.append(
        .init(name: VaultManifest.fileName, bytes: manifestBytes, old: present.manifest?.bytes))
    }
    files.append(
      .init(name: "\(SignedChange.folderName)/\(change.name)", bytes: change.bytes, old: nil))
    for kind in EntityKind.allCases {
      guard let changes = changes[kind] else { continue }
      files.append(
        .init(
          name: kind.file.name, bytes: Array(changes.text(in: present.snapshot).utf8),
          old: present.snapshot.source(of: kind.file)?.bytes))
    }
    return files
  }

  /// Whether members, keys or settings changed; the layout alone is not worth a change.
  private var isManifestChanged: Bool {
    records.contains { [.member, .key, .settings].contains($0.type) }
  }

  private func contents(
    after files: [FinishedChange.File], _ change: LedgerFile
  ) throws -> VaultFiles {
    let present = vault.verified.files
    var sources = present.snapshot.sourcesByFile
    var manifest = present.manifest
    for file in files {
      if file.name == VaultManifest.fileName {
        manifest = SourceText(name: manifest?.name ?? file.name, bytes: file.bytes)
      } else if let kind = EntityKind.allCases.first(where: { $0.file.name == file.name }) {
        let name = sources[kind.file]?.name ?? file.name
        sources[kind.file] = SourceText(name: name, bytes: file.bytes)
      }
    }
    return VaultFiles(
      manifest: manifest, ledger: present.ledger + [change], snapshot: ProjectSnapshot(sources))
  }

  /// Opens from the new bytes every value that the change has sealed.
  private func open(_ verified: VerifiedVault) throws {
    let touched = Set(records.filter { $0.digest != nil }.map(\.key))
    let reader = try OpenVault(verified, inHandsOf: author.name, sharing: vault)
    for kind in EntityKind.allCases where changes[kind] != nil {
      for entry in verified.entries(kind) {
        guard case .sealed = entry.value, let id = entry.id,
          touched.contains(EntityKey(type: RecordType(kind), id: id))
        else { continue }
        _ = try reader.reveal(entry)
      }
    }
  }
}
