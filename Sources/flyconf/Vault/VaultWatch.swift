import DeployModel

/// A vault compared with what this machine remembers of it: whether it is the right one, and
/// whether all is there that once was.
struct VaultWatch: Sendable {
  let trust: FounderTrust
  /// Nothing where the ledger cannot be compared, for there is none or it has faults of its own.
  let rollback: RollbackCheck?
  let memory: MachineMemory
  private let tips: [LedgerState.Tip]
  private let manifest: VaultManifest?
  private let layout: ProjectLayout
  private let repository: GitRepository?
  private let context: Context

  /// - Parameters:
  ///   - state: What a ledger without faults says.
  ///   - manifest: What `vault.json` holds; nothing if there is no vault.
  init(
    _ state: LedgerState?, _ manifest: VaultManifest?, _ layout: ProjectLayout,
    trusting option: TrustedVault?, in context: Context
  ) throws {
    self.manifest = manifest
    tips = state?.tips ?? []
    self.layout = layout
    self.context = context
    memory = context.memory
    repository = GitRepository.containing(layout.folder, environment: context.environment)
    trust = try FounderTrust(manifest?.id, layout, repository, option, memory, context)
    if let state, let manifest, state.founding == manifest.id {
      rollback = RollbackCheck(state, of: manifest.id, in: layout.folder, repository, memory)
    } else {
      rollback = nil
    }
  }

  var faults: [VaultFault] { [trust.fault].compactMap(\.self) + (rollback?.faults ?? []) }

  var notices: [VaultNotice] {
    var notices = (rollback?.notices ?? []) + futureNotices
    if let manifest, !trust.isPinned {
      notices.append(
        VaultNotice(
          .founderNotPinned,
          "founder not pinned: this machine does not know yet whether the vault with the id "
            + "\(manifest.id) is the right one",
          help: "compare the id with a colleague's `flyconf vault status`, then say so with "
            + "--trust ID or FLYCONF_TRUST"))
    }
    return notices
  }

  /// A change from the future keeps everyone from writing until its time has come.
  private var futureNotices: [VaultNotice] {
    let now = context.clock()
    let latest = tips.map(\.time).max() ?? now
    guard latest.seconds(since: now) > Self.clockTolerance else { return [] }
    return [
      VaultNotice(
        .changeInFuture,
        "the last change of the vault is dated \(latest), and it is \(now) now: nothing can be "
          + "changed before then",
        help: "`flyconf audit list --limit 1` says whose it is; if this clock is right, take that "
          + "change out of git before anyone builds on it, and run `flyconf vault accept`")
    ]
  }

  private static let clockTolerance: Int64 = 300

  // MARK: Memory

  /// Remembers what was seen of a vault without faults; that it cannot be remembered is no reason
  /// to fail.
  ///
  /// - Parameter state: What the ledger says by now, if changes have been made since.
  func remember(_ state: LedgerState? = nil) {
    memory.attempt("what was seen of the vault") { () throws(FileError) in
      if trust.isPinned { try pin() }
      try rollback?.remember(state)
    }
  }

  /// Remembers that the user trusts the vault.
  func pin() throws(FileError) {
    try trust.pin(memory, at: context.clock())
    // Git has been asked for more than its remote already, and a remote may have come since.
    guard let rollback, rollback.hasReadHistory, let manifest,
      let remote = repository?.remotePlace(of: layout.folder, context.files),
      memory.vault(of: remote) == nil
    else { return }
    try memory.remember(manifest.id, of: remote)
  }

  /// Goes on from what stands there: what is missing is missed no longer.
  ///
  /// - Throws: `IntegrityError` if the vault is another than the one that is known, which only
  ///   naming its id can mend; `FileError` if it cannot be remembered.
  func accept() throws {
    guard manifest != nil else { return try trust.forget(memory) }
    if let fault = trust.fault { throw IntegrityError(faults: [fault]) }
    if trust.isPinned { try pin() }
    try rollback?.remember()
  }
}

extension Context {
  /// What this machine remembers of vaults.
  var memory: MachineMemory {
    let (console, isQuiet) = (console, options.isQuiet)
    return MachineMemory(folder: MachineMemory.folder(in: environment), files) { line in
      if !isQuiet { console.note(line) }
    }
  }

  /// Remembers a vault that the user has just founded.
  func rememberFounding(of vault: VerifiedVault, in layout: ProjectLayout) throws {
    let trusted = TrustedVault(vault.manifest.id)
    try VaultWatch(vault.state, vault.manifest, layout, trusting: trusted, in: self).remember()
  }
}
