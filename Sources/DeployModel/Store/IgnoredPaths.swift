extension GitRepository {
  /// Those among some files that git leaves out unless they are added by force; none that are
  /// tracked.
  ///
  /// - Parameter paths: Absolute; they need not exist.
  package func ignored(among paths: [String]) throws(GitError) -> [String] {
    guard !paths.isEmpty else { return [] }
    let action = "tell which files are ignored"
    var absolute: [String: String] = [:]
    for path in paths { absolute[try relative(path, within: action)] = path }
    let input = Array(absolute.keys.sorted().map { "./\($0)\0" }.joined().utf8)
    let result = try git.run(
      action, ["check-ignore", "-z", "--stdin"], input: input, accepting: [0, 1])
    return result.output.split(separator: 0).compactMap { line in
      absolute[Path.normalized(String(decoding: line, as: UTF8.self))]
    }.sorted()
  }

  /// The files below a folder that git neither tracks nor ignores, by their absolute paths, sorted:
  /// what the next `git add .` takes.
  package func untrackedFiles(below folder: String) throws(GitError) -> [String] {
    let action = "list the untracked files"
    let paths = try pathspec(folder, action)
    let result = try git.run(
      action, ["ls-files", "-z", "--others", "--exclude-standard"] + paths)
    return result.output.split(separator: 0).compactMap { line in
      // A name that ends so is a repository of its own.
      line.last == UInt8(ascii: "/")
        ? nil : Path.join(workTree, String(decoding: line, as: UTF8.self))
    }.sorted()
  }
}
