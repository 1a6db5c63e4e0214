#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Replaces a file by new bytes, or leaves it exactly as it was.
  ///
  /// The bytes go to a temporary file beside it, are synced, and take the file's name by rename;
  /// then the folder is synced, so that a crash at any moment leaves the old file or the new one.
  /// A link is followed, and the file keeps its permissions. What is no file, such as a terminal
  /// or a pipe, is written to as it stands.
  ///
  /// - Parameter mode: The permissions of a file that is not there yet.
  package func replace(
    _ path: String, with bytes: [UInt8], mode: UInt32 = 0o644
  ) throws(FileError) {
    try replace(path, with: bytes) { (target: String) -> mode_t in
      var status = stat()
      return stat(target, &status) == 0
        ? status.st_mode & 0o777 : mode_t(truncatingIfNeeded: mode)
    }
  }

  /// The same for bytes that are for the owner of the file alone, whatever its permissions were.
  package func replacePrivately(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try replace(path, with: bytes) { _ in 0o600 }
  }

  private func replace(
    _ path: String, with bytes: [UInt8], mode: (String) -> mode_t
  ) throws(FileError) {
    let target = try resolved(path)
    switch try kind(of: target) {
    case .folder: throw FileError("write", path, code: EISDIR)
    case .other: try writeThrough(bytes, to: path)
    case .file, nil: try replaceFile(target, with: bytes, naming: path, mode(target))
    }
  }

  private func replaceFile(
    _ target: String, with bytes: [UInt8], naming path: String, _ mode: mode_t
  ) throws(FileError) {
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

  private func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try attempt(.open, "write", path) { open(path, O_WRONLY | O_CLOEXEC) }
    defer { close(file) }
    try writeAll(bytes, to: file, naming: path)
  }

  /// Gives a new file its permissions and its bytes, and syncs them.
  func fill(
    _ file: Int32, with bytes: [UInt8], naming path: String, _ mode: mode_t
  ) throws(FileError) {
    _ = try attempt(.write, "write", path) { fchmod(file, mode) }
    try writeAll(bytes, to: file, naming: path)
    _ = try attempt(.sync, "write", path) { fsync(file) }
  }

  /// Writes bytes in as many calls as the system needs.
  func writeAll(
    _ bytes: [UInt8], to file: Int32, naming path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      written += try attempt(.write, "write", path) {
        bytes[written...].withUnsafeBytes { writeBytes(file, $0.baseAddress, $0.count) }
      }
    }
  }
}
