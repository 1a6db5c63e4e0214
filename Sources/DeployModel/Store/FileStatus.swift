#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system knows of a file, or of the link that stands in its place.
package struct FileStatus: Hashable, Sendable {
  /// In bytes.
  package var size: Int
  /// When the contents changed last, in nanoseconds since 1970.
  package var modified: Int64
  /// When the contents or the permissions changed last, in nanoseconds since 1970.
  package var changed: Int64
  /// The number that tells the file from every other of its device.
  package var inode: UInt64
  package var device: UInt64
  /// The permissions: the nine low bits and the three above them.
  package var mode: UInt32
  /// The user who owns the file.
  package var owner: UInt32
  /// Whether a symbolic link stands there, of which the rest is said; its kind is `other`.
  package var isLink: Bool
  package var kind: FileSystem.Kind

  init(_ status: stat) {
    size = Int(status.st_size)
    #if canImport(Darwin)
      (modified, changed) = (
        Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec)
      )
    #else
      (modified, changed) = (
        Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim)
      )
    #endif
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    mode = UInt32(status.st_mode & 0o7777)
    owner = UInt32(status.st_uid)
    isLink = status.st_mode & S_IFMT == S_IFLNK
    kind = FileSystem.Kind(mode: status.st_mode)
  }

  /// Whether both are of one and the same file or folder, by whatever path.
  func isSameFile(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }

  /// Anyone can give a file a time whose nanoseconds do not fit 64 bits: it wraps around.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
