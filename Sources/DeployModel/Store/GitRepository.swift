import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A git repository with a work tree, asked about its history; nothing here changes it.
package struct GitRepository: Sendable {
  /// A file that a commit changed although it was there before.
  package struct Alteration: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case altered, deleted
    }

    /// Relative to the folder that was asked about.
    package var path: String
    /// The id of the commit.
    package var commit: String
    package var kind: Kind
    /// The id of the file's contents before.
    package var blob: String
    /// Whether the file stood in another folder, which may have been moved here.
    package var isElsewhere = false

    package init(path: String, commit: String, kind: Kind, blob: String = "") {
      self.blob = blob
      self.path = path
      self.commit = commit
      self.kind = kind
    }
  }

  /// The top folder of the work tree, absolute and without links.
  package let workTree: String

  private let folder: GitFolder
  let git: GitCommand

  /// The repository in whose work tree a folder stands; nothing if it stands in none.
  ///
  /// Found by the nearest `.git` above it, a folder, or a file as in work trees and submodules,
  /// without starting git.
  ///
  /// - Parameter environment: The environment from which that of git is made.
  package static func containing(
    _ folder: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> GitRepository? {
    var path = resolved(FileSystem().absolute(folder))
    while true {
      if let found = GitFolder(workTree: path) {
        let git = GitCommand(workTree: path, environment: environment)
        return GitRepository(workTree: path, folder: found, git: git)
      }
      guard path != "/" else { return nil }
      path = Path.parent(of: path)
    }
  }

  /// The id of the commit at HEAD, by the files of `.git` where those tell it; nothing before the
  /// first commit.
  package func head() throws(GitError) -> String? {
    switch folder.head {
    case .commit(let id): return id
    case .reference(let name): if let id = folder.commit(of: name) { return id }
    case .unusual: break
    }
    return try git.line("find HEAD", ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
  }

  /// The branch's name without `refs/heads/`; nothing if HEAD names a commit and no branch.
  package func branch() -> String? {
    switch folder.head {
    case .commit: nil
    case .reference(let name): String(name.dropFirst("refs/heads/".count))
    case .unusual:
      (try? git.line("find the branch", ["symbolic-ref", "--quiet", "--short", "HEAD"])) ?? nil
    }
  }

  /// True of a clone without all of its history.
  package var isShallow: Bool { folder.isShallow }

  /// True while a merge waits to be committed.
  package var isMerging: Bool { folder.isMerging }

  /// The files below a folder that some commit reachable from HEAD altered or deleted.
  ///
  /// Each merge is compared with every parent: a file that one side added is none of its
  /// alterations; a file that any parent has and the merge lacks, or has with other bytes, is. A
  /// renamed file is a deleted one. A change of permissions alone is none. In a shallow clone,
  /// only the commits that are there are looked at.
  ///
  /// - Parameter since: A commit whose history is known to be free of alterations; if HEAD does
  ///   not descend from it, as after a rebase, everything is looked at.
  package func alterations(
    below folder: String, since: String? = nil
  ) throws(GitError) -> [Alteration] {
    guard let head = try head(), head != since else { return [] }
    var range = [head]
    if let since {
      try check(since)
      // A commit that is no longer there is an error to git, and no ancestor to us.
      if (try? isAncestor(since, of: head)) == true { range.append("^\(since)") }
    }
    return try GitHistory(git: git, folder: relative(folder, within: "read the history"))
      .alterations(in: range)
  }

  /// The bytes of a file as a commit or the index has them, before any conversion of line ends;
  /// nothing if there is no such file, or no such revision.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - revision: A commit, such as `HEAD^2` or `MERGE_HEAD`, or a stage of the index, such as
  ///     `:2`.
  package func contents(
    of path: String, at revision: String
  ) throws(GitError) -> [UInt8]? {
    let action = "read '\(Path.name(of: path))' at '\(revision)'"
    try check(revision)
    let name = "\(revision):\(try relative(path, within: action))"
    guard !name.contains("\n") else {
      throw .failed(action: action, reason: "a line break stands in the path")
    }
    return try contents(of: name, action)
  }

  /// The bytes of an object by its id; nothing if there is none.
  package func contents(ofBlob id: String) throws(GitError) -> [UInt8]? {
    try contents(of: id, "read the history")
  }

  private func contents(of name: String, _ action: String) throws(GitError) -> [UInt8]? {
    let result = try git.run(action, ["cat-file", "--batch"], input: Array("\(name)\n".utf8))
    // `id blob size`, the bytes and a line break; or `name missing`.
    guard let end = result.output.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let header = String(decoding: result.output[..<end], as: UTF8.self).split(separator: " ")
    guard header.count == 3, GitFolder.isCommit(header[0]), header[1] == "blob",
      let size = Int(header[2])
    else { return nil }
    let bytes = result.output[(end + 1)...]
    guard bytes.count == size + 1 else {
      throw .failed(action: action, reason: "it sent \(bytes.count - 1) of \(size) bytes")
    }
    return Array(bytes.dropLast())
  }

  /// The ids of the contents of the files below a folder, by their paths in it, as a commit has
  /// them.
  package func blobs(
    below folder: String, at revision: String
  ) throws(GitError) -> [String: String] {
    try tree(folder, revision).reduce(into: [:]) { blobs, file in blobs[file.name] = file.blob }
  }

  /// The files below a folder, relative to it, as a commit has them; none if it has no such folder.
  package func names(below folder: String, at revision: String) throws(GitError) -> [String] {
    try tree(folder, revision).map(\.name)
  }

  private func tree(
    _ folder: String, _ revision: String
  ) throws(GitError) -> [(name: String, blob: String)] {
    let action = "list '\(Path.name(of: folder))' at '\(revision)'"
    try check(revision)
    let prefix = try relative(folder, within: action)
    let paths = prefix.isEmpty ? [] : ["\(prefix)/"]
    let result = try git.run(
      action, ["ls-tree", "-r", "-z", "--full-tree", revision, "--"] + paths)
    let length = prefix.isEmpty ? 0 : prefix.utf8.count + 1
    // `mode type id TAB path`
    return result.output.split(separator: 0).compactMap { line in
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let blob = line[..<tab].split(separator: UInt8(ascii: " ")).last ?? []
      return (
        String(decoding: line[(tab + 1)...].dropFirst(length), as: UTF8.self),
        String(decoding: blob, as: UTF8.self)
      )
    }
  }

  /// The files below a folder with their bytes, as a commit has them, before any conversion of
  /// line ends.
  package func files(
    below folder: String, at revision: String
  ) throws(GitError) -> [(name: String, bytes: [UInt8])] {
    let names = try names(below: folder, at: revision)
    let action = "read '\(Path.name(of: folder))' at '\(revision)'"
    let prefix = try relative(folder, within: action)
    let path = prefix.isEmpty ? "" : "\(prefix)/"
    guard !names.contains(where: { $0.contains("\n") }), !path.contains("\n") else {
      throw .failed(action: action, reason: "a line break stands in a path")
    }
    let lines = names.map { "\(revision):\(path)\($0)\n" }.joined()
    let output = try git.run(action, ["cat-file", "--batch"], input: Array(lines.utf8)).output
    var rest = output[...]
    return try names.map { name throws(GitError) in
      guard let bytes = Self.nextBlob(&rest) else {
        throw .failed(action: action, reason: "it did not send '\(name)'")
      }
      return (name, bytes)
    }
  }

  /// Takes the next answer from the front: `id blob size`, the bytes and a line break.
  private static func nextBlob(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let header = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
    guard header.count == 3, GitFolder.isCommit(header[0]), header[1] == "blob",
      let size = Int(header[2]), size >= 0, size < rest.endIndex - end - 1
    else { return nil }
    let bytes = rest[(end + 1)..<(end + 1 + size)]
    rest = rest[(end + 2 + size)...]
    return Array(bytes)
  }

  /// A newest commit from which all of some commits descend; nothing if they share no history.
  package func commonAncestor(of commits: [String]) throws(GitError) -> String? {
    for commit in commits { try check(commit) }
    guard !commits.isEmpty else { return nil }
    return try git.line("find the common ancestor", ["merge-base", "--octopus"] + commits)
  }

  /// True if a commit stands in the history of another, or is the other.
  package func isAncestor(_ ancestor: String, of descendant: String) throws(GitError) -> Bool {
    try check(ancestor)
    try check(descendant)
    return try git.run(
      "compare '\(ancestor)' and '\(descendant)'",
      ["merge-base", "--is-ancestor", ancestor, descendant], accepting: [0, 1]
    ).status == 0
  }

  /// The name under which the user commits.
  package func userName() -> String? { setting("user.name") }

  /// Where the remote `origin` is, as it was configured; it may hold a password, so it belongs in
  /// no message.
  package func remoteURL() -> String? { setting("remote.origin.url") }

  /// True of a file that git leaves out unless it is added by force; false once it is tracked.
  package func isIgnored(_ path: String) throws(GitError) -> Bool {
    let action = "tell whether '\(Path.name(of: path))' is ignored"
    // By `./`, for a colon in front would say how to read the rest.
    let relative = try "./" + relative(path, within: action)
    return try git.run(action, ["check-ignore", "--quiet", "--", relative], accepting: [0, 1])
      .status == 0
  }

  // MARK: Parts

  private func setting(_ name: String) -> String? {
    (try? git.line("read '\(name)'", ["config", "--get", name])) ?? nil
  }

  /// Refuses what git would take for an option, or for more than one revision.
  func check(_ revision: String) throws(GitError) {
    let isPlain = revision.utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 != 0x7F }
    guard isPlain, let first = revision.first, first != "-", first != "^",
      !revision.contains("..")
    else {
      throw .failed(action: "find '\(revision)'", reason: "it is not the name of a revision")
    }
  }

  /// A path as commits have it. The folders above it may be reached by links, which git does not
  /// follow.
  func relative(_ path: String, within action: String) throws(GitError) -> String {
    let path = FileSystem().absolute(path)
    if Self.resolved(path) == workTree { return "" }
    let resolved = Path.join(Self.resolved(Path.parent(of: path)), Path.name(of: path))
    let prefix = workTree == "/" ? "/" : workTree + "/"
    guard resolved.hasPrefix(prefix) else {
      throw .failed(action: action, reason: "'\(path)' does not stand in '\(workTree)'")
    }
    return String(resolved.dropFirst(prefix.count))
  }

  /// A path without links, as far as it exists.
  package static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else {
      let parent = Path.parent(of: path)
      return parent == path ? path : Path.join(resolved(parent), Path.name(of: path))
    }
    defer { free(real) }
    return String(cString: real)
  }
}
