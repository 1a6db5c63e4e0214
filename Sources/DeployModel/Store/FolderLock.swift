#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lock on a project's folder: one program that writes, or any number that read.
///
/// The folder itself is locked, so that no lock file can be left behind or committed. The lock
/// ends with the value.
package struct FolderLock: ~Copyable {
  private let locked: LockedFile

  /// Locks a folder for writing: nobody else reads or writes meanwhile.
  ///
  /// - Parameter whileWaiting: Called once if another program still holds the folder after a
  ///   second; then the wait goes on.
  /// - Throws: `FileError` if there is no such folder, or if its file system has no locks.
  package static func exclusive(
    _ folder: String, _ files: FileSystem, whileWaiting: () -> Void
  ) throws(FileError) -> FolderLock {
    try take(folder, LOCK_EX, files, whileWaiting)
  }

  /// Locks a folder for reading: nobody writes meanwhile.
  ///
  /// Where the file system has no locks, reading goes ahead without.
  ///
  /// - Parameter whileWaiting: Called once if another program still writes after a second.
  /// - Throws: `FileError` if there is no such folder.
  package static func shared(
    _ folder: String, _ files: FileSystem, whileWaiting: () -> Void
  ) throws(FileError) -> FolderLock {
    try take(folder, LOCK_SH, files, whileWaiting)
  }

  private static func take(
    _ folder: String, _ operation: Int32, _ files: FileSystem, _ whileWaiting: () -> Void
  ) throws(FileError) -> FolderLock {
    let request = LockedFile.Request(
      path: try files.resolved(folder), operation: operation, flags: O_RDONLY | O_DIRECTORY)
    return FolderLock(
      locked: try LockedFile.take(request, files, whileWaiting: whileWaiting))
  }
}
