#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls by which project files are read and written.
///
/// Every call to the system goes through here, and tests can make any one of them fail.
package struct FileSystem: Sendable {
  /// One call to the system.
  package enum Call: String, Sendable, CaseIterable {
    case inspect, open, read, create, write, sync, rename, remove, createFolder, syncFolder
    case list, lock
  }

  package enum Kind: Sendable, Equatable {
    case file, folder, other
  }

  /// Asked before each call, if there: an error code makes the call fail with it, without being
  /// made.
  package var fault: (@Sendable (Call, String) -> Int32?)?

  package init() {}

  /// What stands at a path, links followed; nothing if nothing does.
  package func kind(of path: String) throws(FileError) -> Kind? {
    var status = stat()
    let code = try attempt(.inspect, "look at", path, unless: [ENOENT, ENOTDIR]) {
      stat(path, &status)
    }
    guard code == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// The bytes of a regular file; nothing if there is no such file.
  ///
  /// - Parameter limit: A file larger than this many bytes is refused.
  package func contents(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe that stands in for a file would wait for ever.
    let file = try attempt(.open, "read", path, unless: [ENOENT]) {
      open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard file >= 0 else {
      guard isLink(path) else { return nil }
      throw FileError("read", path, "it is a link that leads nowhere", help: "mend or remove it")
    }
    defer { close(file) }
    return try contents(ofOpen: file, path, limit: limit)
  }

  /// Makes a folder and those above it that do not exist.
  ///
  /// - Parameter mode: The permissions of those that are made.
  package func createFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
    if try kind(of: path) == .folder { return }
    let parent = Path.parent(of: path)
    if parent != path { try createFolder(parent, mode: mode) }
    // Another program may have made it in the meantime.
    _ = try attempt(.createFolder, "create the folder", path, unless: [EEXIST]) {
      mkdir(path, mode_t(truncatingIfNeeded: mode))
    }
    try syncFolder(parent)
  }

  /// Removes a file; one that is not there is as good as removed.
  package func remove(_ path: String) throws(FileError) {
    _ = try attempt(.remove, "remove", path, unless: [ENOENT]) { unlink(path) }
  }

  /// The path from the root, by the folder in which the program was started.
  package func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return Path.normalized(path) }
    defer { free(folder) }
    return Path.normalized(Path.join(String(cString: folder), path))
  }

  // MARK: Parts

  /// The file that a path means, after its links.
  func resolved(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else {
      guard isLink(path) else { return path }
      throw FileError("write", path, "it is a link that leads nowhere", help: "mend or remove it")
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes what was done to the entries of a folder durable.
  func syncFolder(_ path: String) throws(FileError) {
    let folder = try attempt(.syncFolder, "write", path) {
      open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    defer { close(folder) }
    // Some network file systems cannot sync a folder and say so; the rename stands all the same.
    _ = try attempt(.syncFolder, "write", path, unless: [EINVAL]) { fsync(folder) }
  }

  /// Makes a call, again if a signal interrupted it, and turns its error code into an error.
  ///
  /// - Parameter expected: Error codes that the caller deals with: the result is negative then.
  func attempt<Result: SignedInteger>(
    _ call: Call, _ action: String, _ path: @autoclosure () -> String,
    unless expected: [Int32] = [], _ body: () -> Result
  ) throws(FileError) -> Result {
    let (result, code) = outcome(call, path(), body)
    if result >= 0 || expected.contains(code) { return result }
    throw FileError(action, path(), code: code)
  }

  /// Makes a call, again if a signal interrupted it: its result, and its error code, 0 if none.
  ///
  /// - Parameter path: Put together only if it is needed: there may be thousands.
  func outcome<Result: SignedInteger>(
    _ call: Call, _ path: @autoclosure () -> String, _ body: () -> Result
  ) -> (result: Result, code: Int32) {
    if let fault, let code = fault(call, path()) { return (-1, code) }
    while true {
      let result = body()
      if result >= 0 { return (result, 0) }
      let code = errno
      if code != EINTR { return (result, code) }
    }
  }
}

extension FileSystem.Kind {
  /// The kind that the file type of a mode stands for.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
