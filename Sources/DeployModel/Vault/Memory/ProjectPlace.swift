/// What a project is known by on a machine: its folder, or where its repository comes from.
package enum ProjectPlace: Hashable, Sendable {
  /// The project's folder.
  case folder(String)
  /// The URL of the repository's remote, and the project's folder inside the work tree, for one
  /// repository may hold several projects.
  case remote(url: String, folder: String)

  /// A folder by its path without links.
  package init(folder: String, _ files: FileSystem) {
    self = .folder((try? files.resolved(folder)) ?? Path.normalized(folder))
  }

  /// A text that no other place has, and that tells no password, which a URL may hold.
  var text: String {
    switch self {
    case .folder(let path): return "folder \(path)"
    case .remote(let url, let folder):
      var fields = FieldBytes(domain: "\(FieldBytes.version)/remote")
      fields.append(Self.withoutUser(url))
      fields.append(folder)
      return "remote \(SHA256.hash(fields.bytes).hex)"
    }
  }

  /// The URL without the name and password in front of `@`, and without what may stand at its end
  /// or not.
  private static func withoutUser(_ url: String) -> String {
    var url = Substring(url)
    if let scheme = url.firstRange(of: "://") {
      let rest = url[scheme.upperBound...]
      let host = rest.prefix { $0 != "/" }
      if let at = host.lastIndex(of: "@") {
        url = url[..<scheme.upperBound] + rest[rest.index(after: at)...]
      }
    }
    while url.hasSuffix("/") { url.removeLast() }
    if url.hasSuffix(".git") { url.removeLast(4) }
    return String(url)
  }
}

extension GitRepository {
  /// The place of a project in its repository, if that comes from somewhere.
  package func remotePlace(of project: String, _ files: FileSystem) -> ProjectPlace? {
    guard let url = remoteURL(), case .folder(let path) = ProjectPlace(folder: project, files)
    else { return nil }
    return .remote(url: url, folder: Path.shown(path, from: workTree))
  }
}
