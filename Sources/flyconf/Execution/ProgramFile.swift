import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The search for the file of a program by the name that was typed.
enum ProgramFile {
  /// Where a system that names no folders looks. Source: POSIX, `confstr`, `_CS_PATH`.
  private static let standardPath = "/usr/local/bin:/usr/bin:/bin"

  /// The file of a program: a name with a slash is a path, any other is looked for in the folders
  /// of `PATH`, as shells do.
  ///
  /// - Throws: `Failure` with code 127 if there is none, and 126 if it cannot be started.
  static func file(of name: String, in context: Context) throws -> String {
    let isPath = name.utf8.contains(UInt8(ascii: "/"))
    let candidates = isPath ? [name] : paths(name, context.environment["PATH"] ?? standardPath)
    var obstacle: String?
    for path in candidates where !name.isEmpty {
      switch state(of: context.absolute(path)) {
      case .executable: return path
      case .obstructed(let reason): obstacle = obstacle ?? reason
      case .absent: continue
      }
    }
    if let obstacle { throw Failure.cannotStart(name, .notExecutable, obstacle) }
    throw Failure.cannotStart(
      name, .notFound, isPath ? "there is no such file" : "there is no program of that name",
      help: isPath ? nil : "write the path of its file, or add its folder to PATH")
  }

  private static func paths(_ name: String, _ folders: String) -> [String] {
    folders.split(separator: ":", omittingEmptySubsequences: false).map { folder in
      folder.isEmpty ? "./\(name)" : Path.join(String(folder), name)
    }
  }

  private enum State {
    case executable, absent
    case obstructed(String)
  }

  private static func state(of path: String) -> State {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == EACCES ? .obstructed("its folder cannot be entered") : .absent
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { return .obstructed("it is a folder") }
    return access(path, X_OK) == 0 ? .executable : .obstructed("it is not executable")
  }
}

extension Failure {
  /// A program that does not run, with the code by which shells tell why.
  static func cannotStart(
    _ name: String, _ end: ProgramEnd, _ reason: String, help: String? = nil
  ) -> Failure {
    Failure(.program(end), "cannot start '\(name)': \(reason)", help: help)
  }
}
