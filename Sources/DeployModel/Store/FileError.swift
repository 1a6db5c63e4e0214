#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or folder that could not be read or written: what was tried, and why it failed.
public struct FileError: Error, Hashable, Sendable {
  /// What was tried, such as `read`.
  public var action: String
  public var path: String
  /// Why it failed, in words.
  public var reason: String
  /// What to do about it.
  public var help: String?

  package init(_ action: String, _ path: String, _ reason: String, help: String? = nil) {
    self.action = action
    self.path = path
    self.reason = reason
    self.help = help
  }

  /// The error that the system's code stands for.
  package init(_ action: String, _ path: String, code: Int32) {
    let (reason, help) = Self.words(for: code)
    self.init(action, path, reason, help: help)
  }

  private static func words(for code: Int32) -> (reason: String, help: String?) {
    switch code {
    case ENOENT: ("no such file or folder", "check the path")
    case EACCES, EPERM: ("permission denied", "check who owns it and its permissions")
    case EROFS: ("the file system is read-only", "write to another folder, or remount it")
    case ENOSPC: ("the disk is full", "free some space and try again")
    case EDQUOT: ("the disk quota is used up", "free some space and try again")
    case EISDIR: ("it is a folder", "a file should stand there: move the folder away")
    case EEXIST: ("something stands there already", "move it away")
    case ENOTDIR: ("a part of the path is not a folder", "check the path")
    case ELOOP: ("too many symbolic links", "check where the links lead")
    case ENAMETOOLONG: ("the name is too long", "use a shorter path")
    case EIO: ("input/output error", "check the disk")
    case EMFILE, ENFILE: ("too many open files", "close some programs and try again")
    default: ("the system says: \(String(cString: strerror(code)))", nil)
    }
  }
}

extension FileError: CustomStringConvertible {
  public var description: String { "cannot \(action) '\(path)': \(reason)" }
}
