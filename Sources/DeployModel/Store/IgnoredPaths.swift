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
}
