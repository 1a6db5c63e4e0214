/// Files of a repository by their paths, and those whose paths cannot be written as text.
package struct TrackedFiles: Sendable {
  package struct File: Hashable, Sendable {
    /// Relative to the top of the work tree.
    package var path: String
    /// The id of the contents that the index has.
    package var blob: String
  }

  package var files: [File] = []
  /// The paths that are not UTF-8, with a mark in the place of what is not.
  package var unreadable: [String] = []

  /// Whether a mode is that of a file: links and submodules have other ones.
  private static func isFile(_ mode: Substring) -> Bool { mode.hasPrefix("100") }

  /// Adds a file, once.
  fileprivate mutating func add(_ path: ArraySlice<UInt8>, _ mode: Substring, _ blob: Substring) {
    guard Self.isFile(mode) else { return }
    guard let text = String(validating: path, as: UTF8.self) else {
      return unreadable.append(String(decoding: path, as: UTF8.self))
    }
    // While a merge is not settled, a file stands there up to three times.
    // By bytes, for names that are spelled in two ways are two files.
    if files.last?.path.utf8.elementsEqual(path) != true {
      files.append(File(path: text, blob: String(blob)))
    }
  }
}

/// The files of a work tree that git tracks, and those that it neither tracks nor ignores.
package struct WorkTreeFiles: Sendable {
  package var tracked = TrackedFiles()
  /// What the next `git add .` takes, relative to the top of the work tree.
  package var untracked: [String] = []
}

/// A list of files that git is making while other work is done.
package struct AwaitedFiles<Files: Sendable>: Sendable {
  fileprivate let git: GitCommand.Running
  fileprivate let read: @Sendable ([UInt8]) -> Files

  /// Waits for the list. To be called once.
  package func files() throws(GitError) -> Files { read(try git.finish().output) }
}

extension GitRepository {
  /// The files below a folder.
  package func files(below folder: String) throws(GitError) -> WorkTreeFiles {
    try awaitedFiles(below: folder).files()
  }

  /// The files that the next commit adds or changes, with the contents that it has of them.
  ///
  /// Inside a hook, the index is the one that the commit in the making uses, which for
  /// `git commit FILE` is not the usual one.
  package func stagedFiles() throws(GitError) -> TrackedFiles {
    try awaitedStagedFiles().files()
  }

  /// Has git begin with the files below a folder.
  package func awaitedFiles(
    below folder: String
  ) throws(GitError) -> AwaitedFiles<WorkTreeFiles> {
    let action = "list the files"
    let path = try relative(folder, within: action)
    let running = try git.start(
      action,
      ["ls-files", "-z", "-t", "--stage", "--cached", "--others", "--exclude-standard"]
        + (path.isEmpty ? [] : ["--", ":(literal,top)\(path)"]))
    return AwaitedFiles(git: running) { Self.workTreeFiles($0) }
  }

  private static func workTreeFiles(_ output: [UInt8]) -> WorkTreeFiles {
    // `? path`, or `tag mode id stage TAB path`
    output.split(separator: 0).reduce(into: WorkTreeFiles()) { files, line in
      if line.starts(with: "? ".utf8) {
        // A name that ends so is a repository of its own.
        guard line.last != UInt8(ascii: "/") else { return }
        files.untracked.append(String(decoding: line.dropFirst(2), as: UTF8.self))
      } else if let tab = line.firstIndex(of: UInt8(ascii: "\t")) {
        let head = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
        guard head.count == 4 else { return }
        files.tracked.add(line[(tab + 1)...], head[1], head[2])
      }
    }
  }

  /// Has git begin with what is staged.
  package func awaitedStagedFiles() throws(GitError) -> AwaitedFiles<TrackedFiles> {
    var git = git
    git.usesNamedIndex = true
    let running = try git.start(
      "list what is staged",
      [
        "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff",
        "--no-color", "--ignore-submodules", "--diff-filter=AMT",
      ])
    return AwaitedFiles(git: running) { Self.stagedFiles($0) }
  }

  private static func stagedFiles(_ output: [UInt8]) -> TrackedFiles {
    // `:mode mode id id status` and the path, each with a zero byte behind it.
    let parts = output.split(separator: 0)
    return stride(from: 0, to: parts.count - 1, by: 2).reduce(into: TrackedFiles()) {
      staged, index in
      let head = String(decoding: parts[index], as: UTF8.self).split(separator: " ")
      guard head.count == 5 else { return }
      staged.add(parts[index + 1], head[1], head[3])
    }
  }
}
