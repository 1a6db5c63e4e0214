import Documents

/// Compares a project with its ledger, without any key.
///
/// What the ledger's signatures vouch for is compared with what stands in the files: every
/// covered entity, member, data key and setting with the digest of its last record.
package struct VaultVerification: Sendable {
  package let files: VaultFiles
  /// What the ledger says.
  package let state: LedgerState
  /// Whether nothing is wrong with the ledger itself, whatever is with the rest.
  package let isLedgerSound: Bool
  /// What `vault.json` holds; nothing if it cannot be read.
  package private(set) var manifest: VaultManifest?
  package private(set) var faults: [VaultFault] = []
  /// What is no fault and should be known: one line each.
  package private(set) var notices: [VaultNotice] = []
  /// The entries that were compared with the ledger.
  private(set) var entries: [EntityKind: [SealedEntry]] = [:]

  package init(_ files: VaultFiles) {
    switch files.ledger {
    case .files(let ledger):
      let replay = LedgerReplay(Ledger(ledger))
      self.init(files, replay.state, replay.faults)
    case .known(let known): self.init(files, known.state)
    case .replaced(let fault): self.init(files, LedgerReplay(Ledger([])).state, [fault])
    }
  }

  /// - Parameters:
  ///   - state: What the files' own ledger says.
  ///   - ledgerFaults: What is wrong with the ledger itself.
  package init(_ files: VaultFiles, _ state: LedgerState, _ ledgerFaults: [VaultFault] = []) {
    self.files = files
    self.state = state
    isLedgerSound = ledgerFaults.isEmpty
    guard files.hasVault else {
      checkNothingIsSealed()
      return
    }
    faults = ledgerFaults
    readManifest()
    // Nothing can be compared with a ledger that has itself been altered.
    guard faults.isEmpty, let manifest else { return }
    checkIdentity(of: manifest)
    guard faults.isEmpty else { return }
    let check = ManifestVerification(manifest, state)
    faults += check.faults
    notices += check.notices
    for kind in EntityKind.allCases {
      let check = EntryVerification(kind, files.snapshot, manifest, state)
      faults += check.faults
      notices += check.notices
      entries[kind] = check.entries
    }
  }

  package var isSound: Bool { faults.isEmpty }

  private mutating func readManifest() {
    guard let source = files.manifest else {
      return add(
        .vaultMissing, "'\(VaultManifest.fileName)' is missing, although there is a ledger",
        help: "restore it from git")
    }
    do throws(VaultFault) {
      manifest = try VaultManifest.read(source)
    } catch {
      faults.append(error)
    }
  }

  private mutating func checkIdentity(of manifest: VaultManifest) {
    guard let founding = state.founding else {
      return add(
        .changeMissing, "the founding change is missing from '\(SignedChange.folderName)'",
        help: "restore the folder from git", about: SignedChange.folderName)
    }
    guard founding == manifest.id else {
      return add(
        .malformed,
        "'\(VaultManifest.fileName)' names another vault than the one the ledger founds",
        help: "restore both from git")
    }
  }

  private mutating func add(
    _ kind: VaultFault.Kind, _ message: String, help: String,
    about subject: String = VaultManifest.fileName
  ) {
    faults.append(
      VaultFault(kind, subject, message, help: help, at: .file(VaultManifest.fileName)))
  }

  /// Sealed values without any vault: it has been taken away.
  private mutating func checkNothingIsSealed() {
    for kind in EntityKind.allCases {
      for (index, node) in files.snapshot.entryNodes(kind).enumerated() {
        // Most projects without a vault have nothing sealed: only what may be is taken apart.
        guard node["encrypted_value"]?.text?.hasPrefix(SealedText.prefix) ?? false else { continue }
        let entry = SealedEntry(kind, index: index, node)
        guard case .sealed = entry.value else { continue }
        faults.append(
          VaultFault(
            .vaultMissing, VaultManifest.fileName,
            "\(entry.shownName) is sealed, but '\(VaultManifest.fileName)' and "
              + "'\(SignedChange.folderName)' are missing",
            help: "restore both from git",
            at: .entry(kind, index: entry.index, field: "encrypted_value")))
        return
      }
    }
  }
}

/// Something about a vault that is no fault and should be known.
package struct VaultNotice: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case singleOwner, retiredKey, rotationOnPaper, wrapsBehind
    /// What only the machine knows, and no rule of the project.
    case founderNotPinned, historyUnchecked, changeInFuture
  }

  package var kind: Kind
  package var message: String
  package var help: String?
  package var place: VaultFault.Place

  package init(
    _ kind: Kind, _ message: String, help: String? = nil,
    at place: VaultFault.Place = .file(VaultManifest.fileName)
  ) {
    self.kind = kind
    self.message = message
    self.help = help
    self.place = place
  }
}
