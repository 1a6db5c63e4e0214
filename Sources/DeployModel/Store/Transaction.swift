#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A change of several files of a project that happens whole or not at all.
///
/// The new versions are written beside the old ones; then a journal says what is to happen, and
/// from the moment it stands under its name the change is decided: whatever ends the program
/// after that, ``Recovery`` carries it out.
package struct Transaction: Sendable {
  private struct Entry: Sendable {
    var change: FileChange
    var bytes: [UInt8]
  }

  private let folder: TransactionFolder
  private var entries: [Entry] = []

  /// - Parameter folder: The project's folder, of which the caller holds the exclusive lock.
  package init(folder: String, _ files: FileSystem) {
    self.folder = TransactionFolder(folder, files)
  }

  /// Plans to give a file new contents; of several plans for one file the last counts.
  ///
  /// - Parameters:
  ///   - name: The name relative to the folder, such as `variables.json` or `audit/x.jsonl`.
  ///   - old: The hash of what was read of the file; nothing if it must not be there.
  package mutating func write(_ bytes: [UInt8], to name: String, replacing old: Hash256?) {
    plan(FileChange(name: name, old: old, new: SHA256.hash(bytes)), bytes)
  }

  /// Plans to remove a file.
  ///
  /// - Parameter old: The hash of what was read of the file.
  package mutating func remove(_ name: String, replacing old: Hash256) {
    plan(FileChange(name: name, old: old, new: nil), [])
  }

  private mutating func plan(_ change: FileChange, _ bytes: [UInt8]) {
    entries.removeAll { $0.change.name == change.name }
    entries.append(Entry(change: change, bytes: bytes))
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The files that are written or removed.
  package var names: [String] { entries.map(\.change.name) }

  /// Carries the change out, in the order in which it was planned.
  ///
  /// - Throws: `FileError`. Either everything is as it was, or the change is decided and the
  ///   next command finishes it: then the error's help says so.
  package func commit() throws(FileError) {
    try checkNames()
    let present = try folder.files.status(of: folder.journalPath)
    guard present == nil else {
      throw FileError(
        "write", folder.journalPath, "an earlier change has not been finished",
        help: "run the command again")
    }
    // A file that is to stay as it is only must not have changed.
    let effective = entries.filter { $0.change.old != $0.change.new }
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    guard !effective.isEmpty else { return try checkUnchanged() }
    let journal = Journal(effective.map(\.change))
    guard journal.bytes.count <= Journal.sizeLimit else {
      throw FileError(
        "write", folder.journalPath, "the change is of too many files",
        help: "change fewer at a time")
    }
    try decide(journal, effective)
    do throws(FileError) {
      try folder.files.syncFolder(folder.path)
      try folder.finish(journal, pending: Array(journal.changes.indices))
    } catch {
      throw error.adding("run any command then: it finishes the change")
    }
  }

  private func checkNames() throws(FileError) {
    for entry in entries where !FileChange.isWritten(entry.change.name) {
      throw FileError(
        "write", folder.path(of: entry.change.name), "flyconf writes no file of this name",
        help: "give it another name")
    }
  }

  // MARK: Before the change is decided

  /// Writes the new versions and the journal, or leaves everything as it was.
  private func decide(_ journal: Journal, _ entries: [Entry]) throws(FileError) {
    var made: [String] = []
    var subfolders: [String] = []
    do throws(FileError) {
      for (index, entry) in entries.enumerated() {
        let mode = try mode(for: entry.change)
        guard let temporary = entry.change.temporary(at: index) else { continue }
        try create(temporary, entry.bytes, mode, naming: entry.change.name)
        made.append(temporary)
      }
      try makeSubfolders(for: entries, &subfolders)
      try checkUnchanged()
      try folder.files.syncFolder(folder.path)
      try write(journal, &made)
    } catch {
      // An error here leaves files that recovery removes.
      for temporary in made { try? folder.files.remove(folder.path(of: temporary)) }
      for subfolder in subfolders { folder.removeEmptySubfolder(subfolder) }
      throw error
    }
  }

  private func mode(for change: FileChange) throws(FileError) -> UInt32 {
    let target = try folder.target(of: change)
    return try folder.files.status(of: target).map { $0.mode & 0o777 } ?? 0o644
  }

  private func create(
    _ temporary: String, _ bytes: [UInt8], _ mode: UInt32, naming name: String
  ) throws(FileError) {
    try folder.files.create(
      folder.path(of: temporary), bytes, mode, naming: folder.path(of: name))
  }

  /// - Parameter made: Receives those that were not there, before they are made.
  private func makeSubfolders(
    for entries: [Entry], _ made: inout [String]
  ) throws(FileError) {
    for entry in entries where entry.change.new != nil {
      guard let subfolder = entry.change.subfolder else { continue }
      let path = folder.path(of: subfolder)
      guard try folder.files.kind(of: path) == nil else {
        // What cannot take its place later is refused while everything is as it was.
        _ = try folder.files.attempt(.inspect, "write", path) { access(path, W_OK | X_OK) }
        continue
      }
      made.append(subfolder)
      try folder.makeSubfolder(of: entry.change)
    }
  }

  private func checkUnchanged() throws(FileError) {
    for entry in entries {
      guard try folder.hash(of: entry.change) == entry.change.old else {
        throw FileError(
          "write", folder.path(of: entry.change.name), "it has changed since it was read",
          help: "run the command again")
      }
    }
  }

  /// Puts the journal in its place: from then on the change is decided.
  private func write(_ journal: Journal, _ made: inout [String]) throws(FileError) {
    try create(TemporaryName.journal, journal.bytes, 0o644, naming: Journal.name)
    made.append(TemporaryName.journal)
    let temporary = folder.path(of: TemporaryName.journal)
    _ = try folder.files.attempt(.rename, "write", folder.journalPath) {
      rename(temporary, folder.journalPath)
    }
  }
}

extension FileError {
  /// The error with more about what to do.
  func adding(_ advice: String) -> FileError {
    var error = self
    error.help = help.map { "\($0); \(advice)" } ?? advice
    return error
  }
}
