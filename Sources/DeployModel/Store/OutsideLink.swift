#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A symbolic link in a folder that leads to a file which does not belong there.
package enum OutsideLink {
  /// What it is, with its article.
  package static let description = "a symbolic link to a file outside of the repository"
  package static let help = "put the file itself in its place"

  /// Whether one stands at a path: its target is neither in the work tree of the repository nor,
  /// without one, in the folder; or it is one of git's own, which may hold a token.
  ///
  /// - Parameter path: Absolute.
  package static func isFound(at path: String, _ files: FileSystem) -> Bool {
    guard files.isLink(path) else { return false }
    guard let target = realpath(path, nil) else {
      // A link to nowhere is told when it is read; one to a pipe has no path.
      return ((try? files.kind(of: path)) ?? nil) != nil
    }
    defer { free(target) }
    let folder = Path.parent(of: path)
    let root =
      GitRepository.containing(folder, environment: [:])?.workTree
      ?? GitRepository.resolved(folder)
    let shown = Path.shown(String(cString: target), from: root)
    return shown.hasPrefix("/")
      || shown.split(separator: "/").contains { $0.lowercased() == ".git" }
  }
}
