#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lock on a file to which several programs append, such as a log; it ends with the value.
package struct FileLock: ~Copyable {
  private let locked: LockedFile

  /// Locks a file, and makes it if it is not there: nobody else appends to it meanwhile.
  ///
  /// A link is not followed.
  ///
  /// - Parameters:
  ///   - mode: The permissions of a file that is made.
  ///   - whileWaiting: Called once if another program still holds the file after a second.
  /// - Throws: `FileError` if the file cannot be written, or if its file system has no locks.
  package static func exclusive(
    _ path: String, _ files: FileSystem, mode: UInt32, whileWaiting: () -> Void
  ) throws(FileError) -> FileLock {
    let request = LockedFile.Request(
      path: path, operation: LOCK_EX, flags: O_RDWR | O_CREAT, mode: mode)
    return FileLock(locked: try LockedFile.take(request, files, whileWaiting: whileWaiting))
  }
}
