#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file or folder with the system's lock on it, which ends with the value.
///
/// The lock (flock) is the opened file's own: it leaves nothing behind, whatever ends the program.
struct LockedFile: ~Copyable {
  private let file: Int32

  deinit { close(file) }

  /// What is opened, and how it is locked.
  struct Request {
    var path: String
    /// `LOCK_EX` or `LOCK_SH`.
    var operation: Int32
    var flags: Int32
    /// The permissions of a file that is made.
    var mode: UInt32 = 0
  }

  /// Opens and locks what stands at a path, waiting for others as long as they take.
  ///
  /// A shared lock is done without where the file system has no locks.
  ///
  /// - Parameter whileWaiting: Called once if the lock has not come free within a second.
  /// - Throws: `FileError` if it cannot be opened, or if an exclusive lock is not to be had.
  static func take(
    _ request: Request, _ files: FileSystem, whileWaiting: () -> Void
  ) throws(FileError) -> LockedFile {
    var hasWaited = false
    while true {
      let locked = LockedFile(
        file: try files.openPlain(
          request.path, .open, "lock", request.flags, mode_t(truncatingIfNeeded: request.mode)))
      try locked.lock(request, files) {
        if !hasWaited { whileWaiting() }
        hasWaited = true
      }
      // Whoever held the lock may have put something new in its place.
      if try locked.stands(at: request.path, files) { return locked }
    }
  }

  private func lock(
    _ request: Request, _ files: FileSystem, whileWaiting: () -> Void
  ) throws(FileError) {
    for _ in 0..<Self.polls {
      if try attempt(request, LOCK_NB, files) { return }
      usleep(Self.pollMicroseconds)
    }
    whileWaiting()
    _ = try attempt(request, 0, files)
  }

  private static let polls = 20
  private static let pollMicroseconds: UInt32 = 50_000

  /// - Returns: Whether waiting is over.
  private func attempt(
    _ request: Request, _ option: Int32, _ files: FileSystem
  ) throws(FileError) -> Bool {
    let code = files.outcome(.lock, request.path) { flock(file, request.operation | option) }.code
    switch code {
    case 0: return true
    case EWOULDBLOCK where option == LOCK_NB: return false
    case ENOTSUP, EOPNOTSUPP, ENOLCK, EINVAL, ENOSYS:
      if request.operation == LOCK_SH { return true }
      throw FileError(
        "lock", request.path, "the file system has no locks",
        help: "keep the project on one that has, such as a local disk")
    default: throw FileError("lock", request.path, code: code)
    }
  }

  private func stands(at path: String, _ files: FileSystem) throws(FileError) -> Bool {
    var own = stat()
    _ = try files.attempt(.inspect, "lock", path) { fstat(file, &own) }
    guard let present = try files.status(of: path) else { return false }
    let status = FileStatus(own)
    return (present.device, present.inode) == (status.device, status.inode)
  }
}
