import DeployModel
import Documents

/// A project whose vault has been read under the lock and verified, for the time of one command.
///
/// Everything that a command opens, seals, signs or releases comes from here, so that nothing is
/// done with bytes that were not verified, and nobody changes them meanwhile.
struct VaultSession: ~Copyable {
  let verified: VerifiedVault
  private let context: Context
  private let options: VaultOptions
  private let project: LockedProject
  private let watch: VaultWatch

  /// Locks, reads and verifies the project.
  ///
  /// - Parameter verify: Makes a verified vault of what was read; most commands want all of it
  ///   verified as it stands.
  /// - Throws: `IntegrityError` with every fault that verification finds, and with every change
  ///   that is missed.
  static func open(
    _ purpose: LockedProject.Purpose, _ options: VaultOptions, in context: Context,
    verifying verify: ((VaultFiles) throws -> VerifiedVault)? = nil
  ) throws -> VaultSession {
    guard let verify else { return try open(purpose, options, in: context) }
    let project = try context.lock(purpose, hasVault: true)
    try requireVault(project.contents.hasVault, project.layout, context)
    let verified = try verify(project.contents)
    let watch = try VaultWatch(
      verified.state, verified.manifest, project.layout, trusting: options.trust, in: context)
    guard watch.faults.isEmpty else { throw IntegrityError(faults: watch.faults) }
    return VaultSession(
      verified: verified, context: context, options: options, project: project, watch: watch)
  }

  private static func open(
    _ purpose: LockedProject.Purpose, _ options: VaultOptions, in context: Context
  ) throws -> VaultSession {
    let inspection = try VaultInspection.read(purpose, trusting: options.trust, in: context)
    inspection.remember()
    guard inspection.faults.isEmpty else { throw IntegrityError(faults: inspection.faults) }
    try requireVault(inspection.hasVault, inspection.project.layout, context)
    let verified = try VerifiedVault(inspection.verification)
    let watch = inspection.watch
    return VaultSession(
      verified: verified, context: context, options: options, project: inspection.project,
      watch: watch)
  }

  private static func requireVault(
    _ hasVault: Bool, _ layout: ProjectLayout, _ context: Context
  ) throws {
    guard !hasVault else { return }
    throw Failure.noVault(in: layout, context)
  }

  /// Whether this machine knows the vault for the right one.
  var isPinned: Bool { watch.trust.isPinned }

  /// What is no fault and should be known.
  var notices: [VaultNotice] { verified.notices + watch.notices }

  var layout: ProjectLayout { project.layout }

  /// The vault in the hands of the user's identity.
  ///
  /// - Throws: `Failure` if nobody has said yet that it is the right vault.
  func unlock() throws -> OpenVault { try unlock(by: context.identity(options.identity)) }

  /// The vault in the hands of an identity that has been found and opened.
  func unlock(by loaded: LoadedIdentity) throws -> OpenVault {
    try trust(isDemo: loaded.isDemo)
    if !context.options.isQuiet {
      for notice in watch.notices where notice.kind == .historyUnchecked {
        context.console.note("note: \(notice.message)")
      }
    }
    return try OpenVault(verified, by: loaded.identity)
  }

  /// Refuses a demo identity, which is everyone's, where the vault does not say that it is for
  /// show.
  func accept(_ loaded: LoadedIdentity) throws {
    if loaded.isDemo { try acceptDemo() }
  }

  /// Whoever uses a demo identity entrusts the vault with nothing.
  private func trust(isDemo: Bool) throws {
    if isDemo { return try acceptDemo() }
    if watch.trust.isPinned { return }
    try watch.trust.confirm(verified.manifest, in: context)
    watch.memory.attempt("that the vault is trusted") { () throws(FileError) in try watch.pin() }
  }

  /// A demo identity is everyone's: it opens only what says that it is for show.
  private func acceptDemo() throws {
    guard verified.manifest.settings.isDemo else {
      throw Failure(
        .noKey, "a demo identity is everyone's, and this vault is no demo",
        help: "use your own: `flyconf identity new` makes one")
    }
    if !context.options.isQuiet {
      context.console.note("note: a demo identity is in use: nothing sealed with it is secret")
    }
  }

  /// Whether an entry is there and no change has recorded it yet.
  func isUnsigned(_ entry: SealedEntry?) -> Bool {
    entry.map { verified.state.history(RecordType($0.kind), $0.id ?? "") == nil } ?? false
  }

  /// A change in the making by the user.
  ///
  /// - Parameter isDryRun: Whether it is never written, so that it can be made at a later time.
  func draft(_ vault: OpenVault, isDryRun: Bool = false) throws -> VaultDraft {
    let time = context.clock()
    return try VaultDraft(vault, at: isDryRun ? max(time, context.now()) : time)
  }

  /// The values of entries, after a record of their being read has been stored.
  func release(
    _ entries: [SealedEntry], _ action: ReadAction, from vault: OpenVault
  ) throws -> [Secret] {
    let secrets = try entries.map { try vault.reveal($0) }
    try ReadRecording(vault, project.layout, context).record(action, entries)
    return secrets
  }

  /// Writes what the verified vault has otherwise than it stands on disk, where that needs no
  /// change of the vault.
  ///
  /// - Parameter isDryRun: Whether nothing is written.
  /// - Returns: The names of the files.
  func writeMerged(isDryRun: Bool) throws -> [String] {
    let transaction = verified.transaction(
      over: project.contents, in: project.layout.folder, context.files)
    if !transaction.isEmpty, !isDryRun { try transaction.commit() }
    return transaction.names
  }

  /// Signs, proves and writes a change.
  ///
  /// - Returns: Nothing if the draft changes nothing.
  @discardableResult
  func commit(_ draft: consuming VaultDraft) throws -> FinishedChange? {
    guard !draft.isEmpty else { return nil }
    let finished = try draft.finish()
    // It is taken apart while the disk is waited for, and gone at the end: it holds keys.
    let release = ParallelWork.release(draft)
    defer { release.get() }
    let state = finished.verified.state
    // The memory of it is made up while the disk is waited for.
    let encoded = EncodedState.begin(state)
    try finished.commit(over: project.contents, in: project.layout.folder, context.files)
    watch.remember(state)
    watch.memory.attempt("the ledger") { () throws(FileError) in
      try project.rememberLedger(encoded, withNew: finished.change.fileName)
    }
    return finished
  }

  /// Writes events that belong to no change, each once.
  ///
  /// - Returns: How many were not there yet.
  @discardableResult
  func queue(_ events: [Event?]) throws -> Int {
    let folder = project.layout.folder
    var transaction = Transaction(folder: folder, context.files)
    let count = try EventFolder(folder, context.files).plan(
      events.compactMap(\.self), in: &transaction)
    if count > 0 { try transaction.commit() }
    return count
  }

  /// As `commit`, but a dry run writes nothing of what it has signed and proven.
  func finish(_ draft: consuming VaultDraft, isDryRun: Bool) throws -> FinishedChange? {
    guard isDryRun else { return try commit(draft) }
    return draft.isEmpty ? nil : try draft.finish()
  }
}

extension Failure {
  static func noVault(in layout: ProjectLayout, _ context: Context) -> Failure {
    Failure(
      "the project in '\(context.shown(layout.folder))' has no vault",
      help: "run `flyconf init` in the application's folder to make one")
  }
}

extension Context {
  /// Locks and reads the project, and says what was done about an interrupted change.
  func lock(_ purpose: LockedProject.Purpose, hasVault: Bool) throws -> LockedProject {
    let layout = try store().layout
    let console = console
    let cache = hasVault ? memory.ledgerCache(of: layout.folder) : nil
    let project = try LockedProject.open(
      layout, files,
      LockedProject.Request(purpose, hasVault: hasVault, cache: cache, naming: shown) {
        console.note("note: another flyconf is at work on this project: waiting for it")
      })
    if let recovery = project.recovery { console.note("note: \(recovery.message)") }
    return project
  }
}

extension RecoveryReport {
  /// What was done, in a line.
  var message: String {
    switch self {
    case .finished(let names):
      "an interrupted change has been finished: \(names.joined(separator: ", "))"
    case .undone:
      "an interrupted change has been dropped: its files are all as they were before it"
    case .dropped: "what an interrupted change left behind has been removed; nothing was changed"
    }
  }
}
