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
  }

  package enum Kind: Sendable, Equatable {
    case file, folder, other
  }

  /// Asked before each call: an error code makes the call fail with it, without being made.
  package var fault: @Sendable (Call, String) -> Int32? = { _, _ in nil }

  package init() {}

  /// What stands at a path, links followed; nothing if nothing does.
  package func kind(of path: String) throws(FileError) -> Kind? {
    var status = stat()
    let code = try attempt(.inspect, "look at", path, unless: [ENOENT, ENOTDIR]) {
      stat(path, &status)
    }
    guard code == 0 else { return nil }
    return Self.kind(status.st_mode)
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
    var status = stat()
    _ = try attempt(.inspect, "read", path) { fstat(file, &status) }
    switch Self.kind(status.st_mode) {
    case .file: break
    case .folder: throw FileError("read", path, code: EISDIR)
    case .other:
      throw FileError(
        "read", path, "it is not a regular file", help: "a file should stand there")
    }
    guard status.st_size <= limit else {
      throw FileError(
        "read", path, "it has \(status.st_size) bytes, more than the limit of \(limit >> 20) MiB",
        help: "split the file or remove what does not belong in it")
    }
    return try readAll(file, path, expecting: Int(status.st_size), limit: limit)
  }

  /// Makes a folder and those above it that do not exist.
  package func createFolder(_ path: String) throws(FileError) {
    if try kind(of: path) == .folder { return }
    let parent = Path.parent(of: path)
    if parent != path { try createFolder(parent) }
    _ = try attempt(.createFolder, "create the folder", path) { mkdir(path, 0o755) }
    try syncFolder(parent)
  }

  /// Replaces a file by new bytes, or leaves it exactly as it was.
  ///
  /// The bytes go to a temporary file beside it, are synced, and take the file's name by rename;
  /// then the folder is synced, so that a crash at any moment leaves the old file or the new one.
  /// A link is followed, and the file keeps its permissions. What is no file, such as a terminal
  /// or a pipe, is written to as it stands.
  package func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = try resolved(path)
    switch try kind(of: target) {
    case .folder: throw FileError("write", path, code: EISDIR)
    case .other: try writeThrough(bytes, to: path)
    case .file, nil: try replaceFile(target, with: bytes, naming: path)
    }
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

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The file that a path means, after its links.
  private func resolved(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else {
      guard isLink(path) else { return path }
      throw FileError("write", path, "it is a link that leads nowhere", help: "mend or remove it")
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Reads to the end, which for a file that grows may be further than expected.
  private func readAll(
    _ file: Int32, _ path: String, expecting size: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = max(size, 4096)
    while true {
      var code: Int32 = 0
      let buffer = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        let count = retrying { readBytes(file, buffer.baseAddress, chunk) }
        code = count < 0 ? errno : 0
        initialized = max(0, count)
      }
      if let failure = fault(.read, path) ?? (code == 0 ? nil : code) {
        throw FileError("read", path, code: failure)
      }
      if buffer.isEmpty { return bytes }
      if bytes.isEmpty { bytes = buffer } else { bytes += buffer }
      guard bytes.count <= limit else {
        throw FileError("read", path, "it grew past the limit of \(limit >> 20) MiB")
      }
    }
  }

  private func replaceFile(
    _ target: String, with bytes: [UInt8], naming path: String
  ) throws(FileError) {
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o644
    let temporary = "\(target).flyconf-\(getpid())~"
    // Ctrl-C waits the moment that this takes, so that no temporary file stays behind.
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    let file = try attempt(.create, "write", path) {
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    do throws(FileError) {
      defer { close(file) }
      try fill(file, with: bytes, naming: path, mode)
      _ = try attempt(.rename, "write", path) { rename(temporary, target) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(Path.parent(of: target))
  }

  private func fill(
    _ file: Int32, with bytes: [UInt8], naming path: String, _ mode: mode_t
  ) throws(FileError) {
    _ = try attempt(.write, "write", path) { fchmod(file, mode) }
    try writeAll(bytes, to: file, naming: path)
    _ = try attempt(.sync, "write", path) { fsync(file) }
  }

  private func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try attempt(.open, "write", path) { open(path, O_WRONLY | O_CLOEXEC) }
    defer { close(file) }
    try writeAll(bytes, to: file, naming: path)
  }

  private func writeAll(
    _ bytes: [UInt8], to file: Int32, naming path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      written += try attempt(.write, "write", path) {
        bytes[written...].withUnsafeBytes { writeBytes(file, $0.baseAddress, $0.count) }
      }
    }
  }

  private func syncFolder(_ path: String) throws(FileError) {
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
  private func attempt<Result: SignedInteger>(
    _ call: Call, _ action: String, _ path: String, unless expected: [Int32] = [],
    _ body: () -> Result
  ) throws(FileError) -> Result {
    if let code = fault(call, path) {
      if expected.contains(code) { return -1 }
      throw FileError(action, path, code: code)
    }
    let result = retrying(body)
    if result >= 0 || expected.contains(errno) { return result }
    throw FileError(action, path, code: errno)
  }

  private func retrying<Result: SignedInteger>(_ body: () -> Result) -> Result {
    while true {
      let result = body()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// The system's own names are those of methods above.
private func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func writeBytes(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
