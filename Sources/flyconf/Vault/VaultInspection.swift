import DeployModel

/// A project read under its lock, with all that is wrong with its vault: by itself, and by what
/// this machine remembers.
///
/// It needs no key. What opens or seals starts from a `VaultSession`.
struct VaultInspection: ~Copyable {
  let project: LockedProject
  let verification: VaultVerification
  let watch: VaultWatch

  /// Locks, reads and verifies a project, whether it has a vault or not.
  ///
  /// - Parameter option: The vault that the command line names as the right one.
  static func read(
    _ purpose: LockedProject.Purpose, trusting option: TrustedVault? = nil, in context: Context
  ) throws -> VaultInspection {
    let project = try context.lock(purpose, hasVault: true)
    let verification = VaultVerification(project.contents)
    let state = verification.isLedgerSound ? verification.state : nil
    let watch = try VaultWatch(
      state, verification.manifest, project.layout, trusting: option, in: context)
    return VaultInspection(project: project, verification: verification, watch: watch)
  }

  var hasVault: Bool { project.contents.hasVault }

  /// Whether this machine knows the vault for the right one.
  var isPinned: Bool { watch.trust.isPinned }

  /// Everything that is wrong, the vault's own faults first.
  ///
  /// In another vault than the one that is known, or named, nothing fits: that is all that is said.
  var faults: [VaultFault] {
    if let fault = watch.trust.fault, fault.kind == .vaultReplaced { return [fault] }
    return verification.faults + watchFaults
  }

  /// What is wrong by what this machine remembers.
  ///
  /// Where the vault's own files cannot be read, that none is known of is no fault more.
  var watchFaults: [VaultFault] {
    hasVault && verification.manifest == nil ? [] : watch.faults
  }

  var notices: [VaultNotice] { verification.notices + watch.notices }

  /// Remembers what was seen, if nothing was wrong with it.
  func remember() {
    if hasVault, verification.isLedgerSound {
      watch.memory.attempt("the ledger") { () throws(FileError) in
        try project.rememberLedger(EncodedState(verification.state))
      }
    }
    if hasVault, faults.isEmpty { watch.remember() }
  }

  /// Goes on from what stands there, after the user has been shown what is missing.
  ///
  /// - Throws: `IntegrityError` if the vault has faults of its own, or is another than the one
  ///   that is known and has not been named.
  func accept() throws {
    guard verification.isSound else { throw IntegrityError(faults: verification.faults) }
    try watch.accept()
  }
}
