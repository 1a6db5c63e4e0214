import DeployModel

/// Where files stand in the repository, which is how systems that read reports know them.
struct RepositoryPaths: Sendable {
  /// The folder of the start, without links.
  private let folder: String
  /// The top of the git work tree, or the folder of the start where there is none.
  private let top: String

  init(from folder: String, environment: [String: String]) {
    self.folder = GitRepository.resolved(folder)
    top = GitRepository.containing(folder, environment: environment)?.workTree ?? self.folder
  }

  /// The path of a file as findings name it, relative to the top of the repository; absolute if
  /// the file stands elsewhere.
  func path(of file: String) -> String {
    Path.shown(Path.normalized(Path.join(folder, file)), from: top)
  }

  /// The same as a reference that stands for it in a URI (RFC 3986, section 4.2).
  func reference(to file: String) -> String {
    let path = path(of: file)
    let encoded = path.utf8.map { byte in
      Self.isPlain(byte) ? String(UnicodeScalar(byte)) : Self.escape(byte)
    }
    return (path.hasPrefix("/") ? "file://" : "") + encoded.joined()
  }

  /// A colon in the first part of a path would make it a scheme: it is escaped like the rest.
  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "-._~/".utf8.contains(byte)
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }
}
