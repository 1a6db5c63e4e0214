#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension TransactionFolder {
  /// The path of the file that a change replaces: after its links, where they may be followed.
  ///
  /// A link is followed only to a place in the same work tree, whose files anyone who can commit
  /// a link, or a journal, can change anyway: recovery writes nowhere else on their word.
  ///
  /// - Throws: `FileError` if something other than a file stands there.
  func target(of change: FileChange) throws(FileError) -> String {
    if let subfolder = change.subfolder { try checkSubfolder(path(of: subfolder)) }
    let path = path(of: change.name)
    guard let status = try files.status(of: path) else { return path }
    if status.isLink {
      if change.refusesLinks { throw .link("write", path) }
      return try followed(path)
    }
    try checkIsFile(status, path)
    return path
  }

  private func checkSubfolder(_ subfolder: String) throws(FileError) {
    guard let status = try files.status(of: subfolder) else { return }
    guard status.kind == .folder else {
      throw FileError(
        "write", subfolder, status.isLink ? "it is a symbolic link" : "it is not a folder",
        help: "a folder should stand there")
    }
  }

  private func followed(_ path: String) throws(FileError) -> String {
    let target = try files.resolved(path)
    let folder = try files.resolved(self.path)
    guard let status = try files.status(of: target) else {
      throw FileError("write", path, "it is a link that leads nowhere", help: "mend or remove it")
    }
    try checkIsFile(status, path)
    let root = try workTree(around: folder)
    guard target.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw FileError(
        "write", path, "it is a link that leads out of '\(root)'",
        help: "put the file itself in its place")
    }
    // A file that waits on another device cannot take the target's place by rename.
    let own = try files.status(of: folder)
    guard FileChange.isWritten(Path.name(of: target)), own?.device == status.device else {
      throw FileError(
        "write", path, "it is a link to '\(target)', which cannot be replaced",
        help: "put the file itself in its place")
    }
    return target
  }

  private func checkIsFile(_ status: FileStatus, _ path: String) throws(FileError) {
    switch status.kind {
    case .file: break
    case .folder: throw FileError("write", path, code: EISDIR)
    case .other:
      throw FileError(
        "write", path, "it is not a regular file", help: "a file should stand there")
    }
  }

  /// The git work tree that a folder stands in; without one, the application's folder.
  private func workTree(around folder: String) throws(FileError) -> String {
    var candidate = folder
    while true {
      if try files.status(of: Path.join(candidate, ".git")) != nil { return candidate }
      let parent = Path.parent(of: candidate)
      if parent == candidate { return ProjectLayout(folder: folder).applicationFolder }
      candidate = parent
    }
  }
}
