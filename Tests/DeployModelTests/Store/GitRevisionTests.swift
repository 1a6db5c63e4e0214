import Foundation
import Testing

@testable import DeployModel

/// What a name of a commit is, and which branch pipelines run on.
@Suite(.enabled(if: TemporaryRepository.git != nil)) final class GitRevisionTests {
  private let made: TemporaryRepository

  init() throws { made = try TemporaryRepository() }

  deinit { made.remove() }

  private var repository: GitRepository {
    get throws { try #require(made.repository()) }
  }

  @Test func onlyACommitIsTaken() throws {
    let commit = try made.commit(["flyconf/a": "x"])
    try made.git("tag", "-a", "-m", "x", "v1")
    for name in ["HEAD", "main", "v1", commit] {
      #expect(try repository.commit(named: name) == commit)
    }
    let tree = try made.git("rev-parse", "HEAD:flyconf")
    for name in ["nowhere", "origin/main", "main:flyconf", "HEAD^{tree}", tree, "main~9"] {
      #expect(throws: GitError.noCommit(name)) { try repository.commit(named: name) }
    }
  }

  @Test(arguments: [
    ("origin/main", "`git fetch origin main`"), ("up/a/b", "`git fetch up a/b`"),
    ("v1", "`git fetch`"), ("refs/heads/x", "`git fetch`"), ("a$(b)", "fetch it first"),
  ])
  func saysHowToFetchIt(name: String, help: String) {
    let error = GitError.noCommit(name)
    #expect(error.help?.contains(help) == true, "\(error.help ?? "")")
    #expect(error.description == "git knows no commit '\(name)' in this clone")
  }

  @Test func theDefaultBranchIsThatOfTheRemoteElseTheCurrentOne() throws {
    try made.commit()
    try made.git("checkout", "--quiet", "-b", "topic/x")
    #expect(try repository.defaultBranch() == "topic/x")
    try made.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    try made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    #expect(try repository.defaultBranch() == "trunk")
    try made.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
    try made.git("checkout", "--quiet", "--detach")
    #expect(try repository.defaultBranch() == nil)
  }
}
