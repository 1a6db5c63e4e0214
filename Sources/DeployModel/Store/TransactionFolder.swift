import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A project's folder as a transaction and its recovery work on it.
///
/// Its caller holds the folder's exclusive lock.
struct TransactionFolder: Sendable {
  let path: String
  let files: FileSystem

  init(_ path: String, _ files: FileSystem) {
    self.path = path
    self.files = files
  }

  func path(of name: String) -> String { Path.join(path, name) }

  var journalPath: String { path(of: Journal.name) }

  // MARK: Files

  /// The hash of what stands in a file's place; nothing if nothing does.
  func hash(of change: FileChange) throws(FileError) -> Hash256? {
    try files.plainContents(of: try target(of: change), limit: SourceText.sizeLimit)
      .map { SHA256.hash($0) }
  }

  /// Carries out changes that a journal has recorded, and forgets the journal.
  ///
  /// - Parameters:
  ///   - pending: The places in the journal of those that have not been carried out yet.
  /// - Throws: `FileError`: the journal is there still.
  func finish(_ journal: Journal, pending: [Int]) throws(FileError) {
    for index in pending {
      try carryOut(journal.changes[index], at: index)
    }
    try syncFolders(of: journal.changes)
    for change in journal.changes {
      guard try hash(of: change) == change.new else {
        throw FileError(
          "write", path(of: change.name), "what stands there is not what was written",
          help: "has another program changed it? check the disk")
      }
    }
    try removeTemporaries()
    try files.remove(journalPath)
    try files.syncFolder(path)
  }

  private func carryOut(_ change: FileChange, at index: Int) throws(FileError) {
    guard let temporary = change.temporary(at: index).map(path(of:)) else {
      return try files.remove(path(of: change.name))
    }
    try makeSubfolder(of: change)
    let target = try target(of: change)
    _ = try files.attempt(.rename, "write", path(of: change.name)) { rename(temporary, target) }
  }

  private func syncFolders(of changes: [FileChange]) throws(FileError) {
    var synced: Set<String> = []
    for change in changes {
      let folder = Path.parent(of: try target(of: change))
      if synced.insert(folder).inserted, try files.kind(of: folder) == .folder {
        try files.syncFolder(folder)
      }
    }
    // The temporary files have left it.
    if !synced.contains(path) { try files.syncFolder(path) }
  }

  // MARK: Subfolders

  func makeSubfolder(of change: FileChange) throws(FileError) {
    if let subfolder = change.subfolder { try files.createFolder(path(of: subfolder)) }
  }

  /// Removes a subfolder in which there is nothing yet.
  func removeEmptySubfolder(_ name: String) {
    let subfolder = path(of: name)
    _ = files.outcome(.remove, subfolder) { rmdir(subfolder) }
  }

  // MARK: Temporary files

  /// Removes the temporary files of any transaction.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  func removeTemporaries() throws(FileError) -> Bool {
    let names = try files.names(in: path)?.filter(TemporaryName.isTemporary) ?? []
    var hasRemoved = false
    for (name, status) in zip(names, try files.statuses(of: names, in: path))
    where status?.kind == .file {
      try files.remove(path(of: name))
      hasRemoved = true
    }
    return hasRemoved
  }
}
