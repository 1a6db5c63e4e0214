import Documents

/// Finishes or drops a change of a project's files that was interrupted.
///
/// A journal says what a decided change is to make of which state of its files. It is believed
/// only if every file is in that state or already in the one after it; a journal that was left
/// behind before a checkout, or came with one, changes nothing. Where all files are in the state
/// before, and new contents are missing, there is nothing to mend: the journal is dropped.
package enum Recovery {
  /// Whether an interrupted change has left anything in a project's folder.
  ///
  /// - Throws: `FileError` if the folder cannot be read.
  package static func isNeeded(
    in folder: String, _ files: FileSystem
  ) throws(FileError) -> Bool {
    try files.names(in: folder)?.contains { name in
      name == Journal.name || TemporaryName.isTemporary(name)
    } ?? false
  }

  /// Finishes a change that had been decided, or drops one that had not.
  ///
  /// - Parameter folder: The project's folder, of which the caller holds the exclusive lock.
  /// - Returns: What was done; nothing if there was nothing to do.
  /// - Throws: `FileError` if the journal cannot be followed: nothing has been changed then. Or
  ///   if a file cannot be read or written: running it again goes on from there.
  package static func run(
    in folder: String, _ files: FileSystem
  ) throws(FileError) -> RecoveryReport? {
    let folder = TransactionFolder(folder, files)
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    guard let journal = try journal(in: folder) else { return try drop(in: folder) }
    if try isUndone(journal, in: folder) {
      _ = try discard(in: folder.path, files)
      return .undone
    }
    let pending = try pending(journal, in: folder)
    try folder.finish(journal, pending: pending)
    return .finished(journal.changes.map(\.name))
  }

  /// Drops an interrupted change: its files stay as they stand now.
  ///
  /// - Parameter folder: The project's folder, of which the caller holds the exclusive lock.
  /// - Returns: What was done; nothing if there was nothing to do.
  package static func discard(
    in folder: String, _ files: FileSystem
  ) throws(FileError) -> RecoveryReport? {
    let folder = TransactionFolder(folder, files)
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    let hadJournal = try files.status(of: folder.journalPath) != nil
    if hadJournal {
      // It goes first: without its temporary files it could not be followed.
      try files.remove(folder.journalPath)
      try files.syncFolder(folder.path)
    }
    let dropped = try drop(in: folder)
    return hadJournal ? .dropped : dropped
  }

  // MARK: Without a journal

  private static func drop(in folder: TransactionFolder) throws(FileError) -> RecoveryReport? {
    guard try folder.removeTemporaries() else { return nil }
    folder.removeEmptySubfolder("audit")
    try folder.files.syncFolder(folder.path)
    return .dropped
  }

  // MARK: With a journal

  private static let advice =
    "run `flyconf vault recover --discard` to drop the unfinished change, or restore the file"

  private static func journal(in folder: TransactionFolder) throws(FileError) -> Journal? {
    let path = folder.journalPath
    guard let status = try folder.files.status(of: path) else { return nil }
    do throws(MalformedJournal) {
      guard status.kind == .file else { throw MalformedJournal("it is not a regular file") }
      guard status.size <= Journal.sizeLimit else {
        throw MalformedJournal("it is larger than \(Journal.sizeLimit >> 20) MiB")
      }
    } catch {
      throw unusable(path, error)
    }
    guard let bytes = try folder.files.plainContents(of: path, limit: Journal.sizeLimit) else {
      return nil
    }
    do throws(MalformedJournal) {
      return try Journal(reading: bytes)
    } catch {
      throw unusable(path, error)
    }
  }

  private static func unusable(_ path: String, _ error: MalformedJournal) -> FileError {
    FileError(
      "follow", path, "this is not a journal that flyconf wrote: \(error.reason)", help: advice)
  }

  /// The places of the changes that are yet to be carried out.
  ///
  /// - Throws: `FileError` if the journal does not fit what stands in the folder.
  private static func pending(
    _ journal: Journal, in folder: TransactionFolder
  ) throws(FileError) -> [Int] {
    var pending: [Int] = []
    for (index, change) in journal.changes.enumerated() {
      do throws(FileError) {
        _ = try folder.target(of: change)
      } catch {
        throw error.adding(advice)
      }
      let present = try folder.hash(of: change)
      if present == change.new { continue }
      guard present == change.old else { throw neither(change, in: folder) }
      try checkTemporary(of: change, at: index, in: folder)
      pending.append(index)
    }
    return pending
  }

  /// Whether every file is as it was before the change, which cannot be carried out any more, as
  /// after a checkout that took it back.
  private static func isUndone(
    _ journal: Journal, in folder: TransactionFolder
  ) throws(FileError) -> Bool {
    var isWhole = true
    for (index, change) in journal.changes.enumerated() {
      guard (try? folder.target(of: change)) != nil, try folder.hash(of: change) == change.old
      else { return false }
      if try !hasTemporary(of: change, at: index, in: folder) { isWhole = false }
    }
    return !isWhole
  }

  /// Whether the new contents of a file are there and sound; true where it is to go.
  private static func hasTemporary(
    of change: FileChange, at index: Int, in folder: TransactionFolder
  ) throws(FileError) -> Bool {
    guard let temporary = change.temporary(at: index).map(folder.path(of:)) else { return true }
    guard try folder.files.status(of: temporary)?.kind == .file,
      let bytes = try folder.files.plainContents(of: temporary, limit: SourceText.sizeLimit)
    else { return false }
    return SHA256.hash(bytes) == change.new
  }

  private static func checkTemporary(
    of change: FileChange, at index: Int, in folder: TransactionFolder
  ) throws(FileError) {
    guard let temporary = change.temporary(at: index),
      try !hasTemporary(of: change, at: index, in: folder)
    else { return }
    throw FileError(
      "finish the interrupted change of", folder.path(of: change.name),
      "its new contents, '\(temporary)', are not there or are damaged", help: advice)
  }

  private static func neither(
    _ change: FileChange, in folder: TransactionFolder
  ) -> FileError {
    FileError(
      "finish the interrupted change of", folder.path(of: change.name),
      "it is neither as it was before the interrupted change nor as it should be after it, "
        + "as happens when files are edited or checked out in between",
      help: advice)
  }
}
