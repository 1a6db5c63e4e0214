/// The files of a repository's `.git`, read without git.
///
/// Source: https://git-scm.com/docs/gitrepository-layout
struct GitFolder: Sendable {
  /// What `HEAD` says.
  enum Head: Hashable, Sendable {
    /// A branch's full name, such as `refs/heads/main`.
    case reference(String)
    case commit(String)
    /// Something that only git can read.
    case unusual
  }

  /// The folder with `HEAD`: one for each work tree.
  let path: String
  /// The folder with the branches, which work trees share.
  let common: String

  /// The repository whose work tree a folder is the top of; nothing if it is none.
  init?(workTree: String) {
    let entry = Path.join(workTree, ".git")
    switch try? FileSystem().kind(of: entry) {
    case .folder:
      guard (try? FileSystem().kind(of: Path.join(entry, "HEAD"))) != nil else { return nil }
      path = entry
    case .file:
      guard let line = Self.line(entry), line.hasPrefix("gitdir: ") else { return nil }
      path = Path.normalized(Path.join(workTree, String(line.dropFirst(8))))
    default: return nil
    }
    let shared = Self.line(Path.join(path, "commondir"))
    common = shared.map { [path] in Path.normalized(Path.join(path, $0)) } ?? path
  }

  var head: Head {
    guard let line = Self.line(Path.join(path, "HEAD")) else { return .unusual }
    if Self.isCommit(line) { return .commit(line) }
    guard line.hasPrefix("ref: ") else { return .unusual }
    let name = line.dropFirst(5)
    // Where branches stand in one binary table, HEAD names the branch `.invalid`.
    guard name.hasPrefix("refs/heads/"), !name.hasSuffix("/.invalid") else { return .unusual }
    return .reference(String(name))
  }

  /// The commit that a branch stands at; nothing if only git can tell, or there is none.
  func commit(of reference: String) -> String? {
    let path = Path.join(common, reference)
    // In this order, for git packs a branch before it removes the file.
    if let line = Self.line(path) { return Self.isCommit(line) ? line : nil }
    guard let packed = Self.contents(Path.join(common, "packed-refs")) else { return nil }
    let ending = Array(" \(reference)".utf8)
    for line in packed.split(separator: UInt8(ascii: "\n")) where line.hasSuffix(ending) {
      let commit = String(decoding: line.dropLast(ending.count), as: UTF8.self)
      if Self.isCommit(commit) { return commit }
    }
    return nil
  }

  var isShallow: Bool { Self.contents(Path.join(common, "shallow")).map { !$0.isEmpty } ?? false }

  var isMerging: Bool { (try? FileSystem().kind(of: Path.join(path, "MERGE_HEAD"))) == .file }

  // MARK: Parts

  /// True of an id by SHA-1 or SHA-256.
  static func isCommit(_ text: some StringProtocol) -> Bool {
    [40, 64].contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static func contents(_ path: String) -> [UInt8]? {
    (try? FileSystem().contents(of: path, limit: 64 << 20)) ?? nil
  }

  private static func line(_ path: String) -> String? {
    guard let bytes = contents(path) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool { suffix(ending.count) == ending[...] }
}
