/// A name by which git may know a commit.
struct GitRevision {
  let name: String

  /// How it comes into this clone.
  var help: String {
    "fetch it\(command.map { " with `\($0)`" } ?? "") first; a pipeline has to clone all of the "
      + "history: `fetch-depth: 0` of GitHub's checkout, GIT_DEPTH: 0 of GitLab"
  }

  /// Nothing for a name that a shell would read otherwise.
  private var command: String? {
    guard name.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || "-._/".utf8.contains($0) }) else {
      return nil
    }
    if GitFolder.isCommit(name) { return "git fetch origin \(name)" }
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0] != "refs" else { return "git fetch" }
    return "git fetch \(parts[0]) \(parts[1])"
  }
}

extension GitRepository {
  /// The id of the commit that a revision names.
  ///
  /// - Throws: `GitError.noCommit` if there is none of that name here, or something else than a
  ///   commit, such as a folder in one.
  package func commit(named revision: String) throws(GitError) -> String {
    try check(revision)
    let id = try git.line(
      "find '\(revision)'", ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    guard let id, GitFolder.isCommit(id) else { throw .noCommit(revision) }
    return id
  }

  /// The branch that pipelines run on: the one that the remote `origin` offers first, else the one
  /// that HEAD is on.
  package func defaultBranch() -> String? {
    let name = try? git.line(
      "find the default branch",
      ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"])
    guard let name = name ?? nil, name.hasPrefix("origin/") else { return branch() }
    return String(name.dropFirst("origin/".count))
  }
}
