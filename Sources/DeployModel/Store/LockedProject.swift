import Documents

/// A project read in one go under the lock of its folder, which is held as long as the value.
///
/// Whatever an interrupted change left behind is finished or dropped first.
package struct LockedProject: ~Copyable {
  package enum Purpose: Sendable {
    /// Others may read at the same time.
    case reading
    /// Nobody else reads or writes.
    case writing
  }

  /// How a project is opened.
  package struct Request {
    package var purpose: Purpose
    /// Whether the vault is read too.
    package var hasVault: Bool
    /// What is remembered of the ledger, which then need not be read.
    package var cache: LedgerCache?
    /// How paths are shown in findings.
    package var name: @Sendable (String) -> String
    /// Called once if another program keeps the lock for more than a second.
    package var whileWaiting: () -> Void

    package init(
      _ purpose: Purpose, hasVault: Bool, cache: LedgerCache? = nil,
      naming name: @escaping @Sendable (String) -> String,
      whileWaiting: @escaping () -> Void = {}
    ) {
      self.purpose = purpose
      self.hasVault = hasVault
      self.cache = cache
      self.name = name
      self.whileWaiting = whileWaiting
    }
  }

  package let layout: ProjectLayout
  package let contents: VaultFiles
  /// What was done about an interrupted change, if there was one.
  package let recovery: RecoveryReport?
  private let lock: FolderLock
  private let ledgerCache: LedgerCache.Use?

  /// Locks and reads a project.
  package static func open(
    _ layout: ProjectLayout, _ files: FileSystem, _ request: Request
  ) throws(FileError) -> LockedProject {
    if request.purpose == .reading, let project = try openShared(layout, files, request) {
      return project
    }
    let lock = try FolderLock.exclusive(
      layout.folder, files, whileWaiting: request.whileWaiting)
    let recovery =
      try Recovery.isNeeded(in: layout.folder, files)
      ? try Recovery.run(in: layout.folder, files) : nil
    return try LockedProject(layout, files, request, recovery, lock)
  }

  /// The project under a lock that others can share; nothing if something was left behind that
  /// can only be dealt with while nobody else is there.
  private static func openShared(
    _ layout: ProjectLayout, _ files: FileSystem, _ request: Request
  ) throws(FileError) -> LockedProject? {
    let lock = try FolderLock.shared(layout.folder, files, whileWaiting: request.whileWaiting)
    guard try !Recovery.isNeeded(in: layout.folder, files) else { return nil }
    return try LockedProject(layout, files, request, nil, lock)
  }

  private init(
    _ layout: ProjectLayout, _ files: FileSystem, _ request: Request,
    _ recovery: RecoveryReport?, _ lock: consuming FolderLock
  ) throws(FileError) {
    self.layout = layout
    self.recovery = recovery
    self.lock = lock
    let (store, name) = (ProjectStore(layout, files), request.name)
    let read: @Sendable () -> Result<ProjectStore.ReadFiles, FileError> = {
      Result { () throws(FileError) in try store.read(naming: name) }
    }
    guard request.hasVault else {
      ledgerCache = nil
      contents = VaultFiles(manifest: nil, ledger: [], snapshot: try read().get().snapshot)
      return
    }
    // The listing comes before the reading: what is altered between the two is read altered, and
    // remembered for a listing that is never seen again.
    let known = request.cache?.use(during: read)
    ledgerCache = known?.use
    contents = try Self.withVault(
      try (known?.outcome ?? read()).get().snapshot, layout, files, request,
      knowing: known?.use.state)
  }

  /// The project with what verifying its vault has found.
  ///
  /// - Parameter name: How a path is shown in findings.
  package func verifiedSnapshot(naming name: (String) -> String) -> ProjectSnapshot {
    let verification = VaultVerification(contents)
    return snapshot(verification, with: verification.faults, naming: name)
  }

  /// The same with a verification that has been made.
  ///
  /// - Parameter faults: What is to be reported of it, with what only this machine can tell.
  package func snapshot(
    _ verification: VaultVerification, with faults: [VaultFault],
    naming name: (String) -> String
  ) -> ProjectSnapshot {
    var snapshot = contents.snapshot
    snapshot.vault = VaultFindings(verification, with: faults) { file in
      name(Path.join(layout.folder, file))
    }
    return snapshot
  }

  /// What was read of a project, with the files of its vault.
  private static func withVault(
    _ snapshot: ProjectSnapshot, _ layout: ProjectLayout, _ files: FileSystem,
    _ request: Request, knowing state: LedgerState?
  ) throws(FileError) -> VaultFiles {
    let path = Path.join(layout.folder, VaultManifest.fileName)
    let manifest = try files.plainContents(of: path, limit: SourceText.sizeLimit)
    let folder = Path.join(layout.folder, SignedChange.folderName)
    let contents: LedgerContents
    if let fault = try replacement(of: folder, files) {
      contents = .replaced(fault)
    } else if let state {
      contents = .known(
        KnownLedger(state) { () throws(FileError) in try ledger(folder, files) })
    } else {
      contents = try ledgerContents(folder, files)
    }
    return VaultFiles(
      manifest: manifest.map { SourceText(name: request.name(path), bytes: $0) },
      ledger: contents, snapshot: snapshot)
  }

  private static func ledgerContents(
    _ folder: String, _ files: FileSystem
  ) throws(FileError) -> LedgerContents {
    do throws(FileError) {
      return .files(try ledger(folder, files))
    } catch {
      guard let fault = try replacedChange(in: folder, files) else { throw error }
      return .replaced(fault)
    }
  }

  /// That a link or anything else stands where the ledger's folder should.
  private static func replacement(
    of folder: String, _ files: FileSystem
  ) throws(FileError) -> VaultFault? {
    guard let status = try files.status(of: folder), status.kind != .folder else { return nil }
    return .replaced(SignedChange.folderName, by: status, expecting: "folder")
  }

  /// That a link or anything else stands where a change should.
  private static func replacedChange(
    in folder: String, _ files: FileSystem
  ) throws(FileError) -> VaultFault? {
    let names = (try files.names(in: folder) ?? []).filter { $0.hasSuffix(".jsonl") }
    for (name, status) in zip(names, try files.statuses(of: names, in: folder)) {
      guard let status, status.kind != .file else { continue }
      return .replaced("\(SignedChange.folderName)/\(name)", by: status, expecting: "file")
    }
    return nil
  }

  /// The files of the ledger in the order of their names.
  private static func ledger(
    _ folder: String, _ files: FileSystem
  ) throws(FileError) -> [LedgerFile] {
    guard let names = try files.names(in: folder) else { return [] }
    let contents = try files.bulkContents(
      of: names.filter { $0.hasSuffix(".jsonl") }, in: folder, limit: changeSizeLimit)
    var next = contents.makeIterator()
    return names.map { name in
      // What is no change is not read: that it is there is a fault.
      let bytes = name.hasSuffix(".jsonl") ? (next.next() ?? nil) : nil
      return LedgerFile(name: name, bytes: bytes ?? [])
    }
  }

  /// Remembers what the ledger says, so that it need not be read the next time.
  ///
  /// - Parameters:
  ///   - state: Of a ledger that was found without fault.
  ///   - change: The name of the change that was written since, if there is one.
  package func rememberLedger(
    _ state: EncodedState, withNew change: String? = nil
  ) throws(FileError) {
    try ledgerCache?.remember(state, withNew: change)
  }

  /// The largest change that is read, in bytes: half a million entities.
  private static let changeSizeLimit = 256 << 20
}
