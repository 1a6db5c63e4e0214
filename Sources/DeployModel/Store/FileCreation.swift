#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Makes a file that must not be there yet, such as one that holds a key: whole, synced, and
  /// with exactly these permissions, or not at all.
  ///
  /// - Parameter mode: The permissions, such as `0o600`.
  package func createExclusively(
    _ path: String, _ bytes: [UInt8], mode: UInt32
  ) throws(FileError) {
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    try create(path, bytes, mode, naming: path)
    do throws(FileError) {
      try syncFolder(Path.parent(of: path))
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// Makes a new file and syncs its contents, but not the folder's entry for it.
  ///
  /// - Parameter path: The path that errors name.
  func create(
    _ file: String, _ bytes: [UInt8], _ mode: UInt32, naming path: String
  ) throws(FileError) {
    let mode = mode_t(truncatingIfNeeded: mode)
    let opened = try attempt(.create, "write", path) {
      open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    do throws(FileError) {
      defer { close(opened) }
      try fill(opened, with: bytes, naming: path, mode)
    } catch {
      try? remove(file)
      throw error
    }
  }

  /// Adds bytes to the end of a file in one call and syncs them; makes the file if it is not there.
  ///
  /// If that fails, the file has its former length again: a log never ends in half a line. For
  /// this the caller holds the file's lock (``FileLock``). A link is not followed.
  ///
  /// - Parameter mode: The permissions of a file that is made.
  package func append(
    _ bytes: [UInt8], to path: String, mode: UInt32
  ) throws(FileError) {
    let interrupted = InterruptionHold()
    defer { interrupted.release() }
    let isNew = try status(of: path) == nil
    let file = try openPlain(
      path, .create, "write", O_WRONLY | O_APPEND | O_CREAT, mode_t(truncatingIfNeeded: mode))
    defer { close(file) }
    var status = stat()
    _ = try attempt(.inspect, "write", path) { fstat(file, &status) }
    let length = status.st_size
    do throws(FileError) {
      try appendOnce(bytes, to: file, naming: path)
      if isNew { try syncFolder(Path.parent(of: path)) }
    } catch {
      if Kind(mode: status.st_mode) == .file {
        _ = outcome(.write, path) { ftruncate(file, length) }
      }
      throw error
    }
  }

  private func appendOnce(
    _ bytes: [UInt8], to file: Int32, naming path: String
  ) throws(FileError) {
    let written = try attempt(.write, "write", path) {
      bytes.withUnsafeBytes { writeBytes(file, $0.baseAddress, $0.count) }
    }
    guard written == bytes.count else { throw FileError("write", path, code: ENOSPC) }
    // A pipe or a terminal cannot be synced.
    _ = try attempt(.sync, "write", path, unless: [EINVAL]) { fsync(file) }
  }

  /// Opens what stands at a path itself: a link is refused.
  func openPlain(
    _ path: String, _ call: Call, _ action: String, _ flags: Int32, _ mode: mode_t = 0
  ) throws(FileError) -> Int32 {
    let (file, code) = outcome(call, path) {
      open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, mode)
    }
    switch code {
    case 0: return file
    case ELOOP: throw .link(action, path)
    default: throw FileError(action, path, code: code)
    }
  }
}

extension FileError {
  /// A link where only a file itself will do.
  static func link(_ action: String, _ path: String) -> FileError {
    FileError(
      action, path, "it is a symbolic link", help: "put the file itself in its place")
  }
}
