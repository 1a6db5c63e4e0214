/// What commits did to the files of one folder.
///
/// Git is asked three questions: which commits there are, what the folder's tree is in each, and
/// what changed where that differs from a parent's. One question with a path takes twice as long
/// for a folder of many files; one without a path, for a repository of many other files.
struct GitHistory {
  private struct Commit {
    var id: String
    var parents: [String]
  }

  let git: GitCommand
  /// The folder, relative to the work tree; empty for the work tree itself.
  let folder: String

  private static let action = "read the history"

  /// The files altered or deleted in the commits of a range, newest commit first.
  func alterations(in range: [String]) throws(GitError) -> [GitRepository.Alteration] {
    let commits = try commits(in: range)
    guard !commits.isEmpty else { return [] }
    let trees = try trees(of: commits)
    return try alterations(in: suspects(among: commits, trees))
      + removals(in: arrivals(among: commits, trees))
  }

  private func alterations(
    in suspects: String
  ) throws(GitError) -> [GitRepository.Alteration] {
    guard !suspects.isEmpty else { return [] }
    let relative = folder.isEmpty ? [] : ["--relative=\(folder)/"]
    // Each line names the parents to compare with; `-m` compares a merge with every one of them.
    let result = try git.run(
      Self.action,
      ["diff-tree", "--stdin", "-m", "-r", "--raw", "--no-abbrev", "--no-renames", "-z"]
        + ["--diff-filter=MDT", "--no-ext-diff", "--no-textconv"] + relative,
      input: Array(suspects.utf8))
    return Self.alterations(result.output)
  }

  /// What was taken away elsewhere by commits in which the folder appears: it may have been moved,
  /// and a file left out on the way.
  ///
  /// The paths are names alone, for nobody knows where the folder stood before.
  private func removals(in arrivals: String) throws(GitError) -> [GitRepository.Alteration] {
    guard !arrivals.isEmpty else { return [] }
    let result = try git.run(
      Self.action,
      ["diff-tree", "--stdin", "-m", "-r", "--raw", "--no-abbrev", "--no-renames", "-z"]
        + ["--diff-filter=D", "--no-ext-diff", "--no-textconv"],
      input: Array(arrivals.utf8))
    return Self.alterations(result.output).filter { $0.path.hasSuffix(".jsonl") }.map { removal in
      var removal = removal
      removal.path = Path.name(of: removal.path)
      removal.isElsewhere = true
      return removal
    }
  }

  private func commits(in range: [String]) throws(GitError) -> [Commit] {
    let result = try git.run(Self.action, ["rev-list", "--parents"] + range + ["--"])
    return result.output.split(separator: UInt8(ascii: "\n")).map { line in
      let ids = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      return Commit(id: ids[0], parents: Array(ids.dropFirst()))
    }
  }

  /// The commits whose folder differs from that of a parent, each with those parents.
  ///
  /// A parent without the folder has nothing that could be altered.
  private func suspects(among commits: [Commit], _ trees: [String: String?]) -> String {
    var lines = ""
    for commit in commits {
      let tree = trees[commit.id] ?? nil
      let parents = commit.parents.filter { parent in
        // What git did not answer is compared, not passed over.
        guard let former = trees[parent] else { return true }
        return former != nil && former != tree
      }
      guard !parents.isEmpty else { continue }
      lines += "\(commit.id) \(parents.joined(separator: " "))\n"
    }
    return lines
  }

  /// The commits that have the folder, each with the parents that have none.
  private func arrivals(among commits: [Commit], _ trees: [String: String?]) -> String {
    commits.reduce(into: "") { lines, commit in
      guard let tree = trees[commit.id], tree != nil else { return }
      let parents = commit.parents.filter { parent in
        if let former = trees[parent] { former == nil } else { false }
      }
      if !parents.isEmpty { lines += "\(commit.id) \(parents.joined(separator: " "))\n" }
    }
  }

  /// The folder's tree in each commit and each parent; nothing where there is no folder.
  private func trees(of commits: [Commit]) throws(GitError) -> [String: String?] {
    // In the order of history, for git reads neighbours fast.
    var seen: Set<String> = []
    let ids = commits.flatMap { [$0.id] + $0.parents }.filter { seen.insert($0).inserted }
    let result = try git.run(
      Self.action, ["cat-file", "--batch-check=%(objectname)"],
      input: Array(ids.map { "\($0):\(folder)\n" }.joined().utf8))
    let answers = result.output.split(separator: UInt8(ascii: "\n"))
    // A line break in the folder's name makes more; then no comparison is spared.
    guard answers.count == ids.count else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: zip(ids, answers).map { id, answer in
        let tree = String(decoding: answer, as: UTF8.self)
        return (id, GitFolder.isCommit(tree) ? tree : nil)
      })
  }

  /// Reads `commit NUL (:modes ids letter NUL path NUL)… commit NUL …`.
  ///
  /// Source: https://git-scm.com/docs/git-diff-tree, Raw output format
  private static func alterations(_ output: [UInt8]) -> [GitRepository.Alteration] {
    var found: [GitRepository.Alteration] = []
    var seen: Set<GitRepository.Alteration> = []
    var commit = ""
    var entry: String?
    for part in output.split(separator: 0) {
      let text = String(decoding: part, as: UTF8.self)
      if let known = entry {
        entry = nil
        guard let kind = Self.kind(known) else { continue }
        let alteration = GitRepository.Alteration(
          path: text, commit: commit, kind: kind, blob: Self.formerBlob(known))
        if seen.insert(alteration).inserted { found.append(alteration) }
      } else if text.hasPrefix(":") {
        entry = text
      } else {
        commit = text
      }
    }
    return found
  }

  private static func formerBlob(_ entry: String) -> String {
    let fields = entry.split(separator: " ")
    return fields.count == 5 ? String(fields[2]) : ""
  }

  /// Nothing for a change of permissions alone, which leaves every byte as it was.
  private static func kind(_ entry: String) -> GitRepository.Alteration.Kind? {
    let fields = entry.split(separator: " ")
    guard fields.count == 5 else { return .altered }
    if fields[4] == "D" { return .deleted }
    return fields[4] == "M" && fields[2] == fields[3] ? nil : .altered
  }
}
