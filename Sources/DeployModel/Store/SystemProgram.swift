#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the files of programs that are started by their names.
package enum SystemProgram {
  /// A program's file in `PATH`; nothing if no folder holds it. A folder given relative to the
  /// current one, which may be a project's own, is passed over.
  ///
  /// - Parameter environment: The one in which `PATH` stands.
  package static func path(of name: String, in environment: [String: String]) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = Path.join(String(folder), name)
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 {
        return path
      }
    }
    return nil
  }
}
