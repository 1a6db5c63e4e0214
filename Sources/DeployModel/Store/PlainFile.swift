#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a regular file, and what the system knows of that very file.
package struct PlainFile: Sendable {
  package var status: FileStatus
  package var bytes: [UInt8]
}

extension FileSystem {
  /// Reads a regular file that is no link, and what is known of it; nothing if there is none.
  ///
  /// Both come from the file as it was opened, so that nobody can put another in its place between
  /// a look at its permissions and the reading.
  ///
  /// - Parameter limit: A file larger than this many bytes is refused.
  package func plainFile(at path: String, limit: Int) throws(FileError) -> PlainFile? {
    let (file, code) = outcome(.open, path) {
      open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    switch code {
    case 0: break
    case ENOENT, ENOTDIR: return nil
    case ELOOP: throw .link("read", path)
    default: throw FileError("read", path, code: code)
    }
    defer { close(file) }
    var status = stat()
    _ = try attempt(.inspect, "read", path) { fstat(file, &status) }
    return PlainFile(
      status: FileStatus(status), bytes: try contents(ofOpen: file, path, limit: limit))
  }
}
