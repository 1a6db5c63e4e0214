import Foundation
import Testing

@testable import DeployModel

@Suite(.enabled(if: TemporaryRepository.git != nil, "git is not installed"))
final class GitRepositoryTests {
  private let made: TemporaryRepository
  private let repository: GitRepository

  init() throws {
    made = try TemporaryRepository()
    repository = try #require(made.repository())
  }

  deinit { made.remove() }

  private func text(_ name: String, at revision: String) throws -> String? {
    try repository.contents(of: made.file(name), at: revision)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A merge that stops at `f`, which both sides altered.
  private func startConflict() throws {
    try made.commit(["f": "base"])
    try made.git("checkout", "--quiet", "-b", "side")
    try made.commit(["f": "theirs"])
    try made.git("checkout", "--quiet", "main")
    try made.commit(["f": "ours"])
    try made.git("merge", "--quiet", "side", accepting: [1])
  }

  // MARK: Finding

  @Test func findsTheWorkTreeOfAFolder() throws {
    try made.write("a/b/c", "")
    #expect(repository.workTree == made.path)
    for folder in ["", "a/b", "a/not/there"] {
      let found = GitRepository.containing(made.file(folder))
      #expect(found?.workTree == made.path)
    }
    let outside = try TemporaryRepository.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: outside) }
    #expect(GitRepository.containing(outside) == nil)
    try FileManager.default.createSymbolicLink(
      atPath: outside + "/link", withDestinationPath: made.file("a"))
    #expect(GitRepository.containing(outside + "/link/b")?.workTree == made.path)
  }

  @Test func passesOverAFolderThatIsNoRepository() throws {
    try made.write("a/.git/config", "")
    #expect(GitRepository.containing(made.file("a"))?.workTree == made.path)
  }

  @Test func readsAnotherWorkTreeOfTheSameRepository() throws {
    try made.commit(["f": "main"])
    let path = made.path + "-side"
    try made.git("worktree", "add", "--quiet", "-b", "side", path)
    let side = TemporaryRepository(at: path)
    defer { side.remove() }
    let commit = try side.commit(["f": "side"])
    let found = try #require(GitRepository.containing(path))
    let withoutGit = try #require(GitRepository.containing(path, environment: [:]))
    #expect(found.workTree == path)
    #expect(try withoutGit.head() == commit)
    #expect(found.branch() == "side")
    #expect(try found.contents(of: path + "/f", at: "HEAD") == Array("side".utf8))
    #expect(try text("f", at: "HEAD") == "main")
    try made.git("pack-refs", "--all")
    #expect(try withoutGit.head() == commit)
  }

  // MARK: Head

  @Test func readsHeadWithoutGit() throws {
    let first = try made.commit(["f": "1"])
    let withoutGit = try #require(GitRepository.containing(made.path, environment: [:]))
    #expect(try withoutGit.head() == first)
    try made.git("pack-refs", "--all")
    #expect(!FileManager.default.fileExists(atPath: made.file(".git/refs/heads/main")))
    #expect(try withoutGit.head() == first)
    let second = try made.commit(["f": "2"])
    #expect(try withoutGit.head() == second)
    #expect(withoutGit.branch() == "main")
    try made.git("checkout", "--quiet", "--detach", first)
    #expect(try withoutGit.head() == first)
    #expect(withoutGit.branch() == nil)
  }

  @Test func knowsOfNoHeadBeforeTheFirstCommit() throws {
    #expect(try repository.head() == nil)
    #expect(repository.branch() == "main")
  }

  @Test func asksGitForAnUnusualHead() throws {
    let commit = try made.commit(["f": "1"])
    try made.git("update-ref", "refs/odd/name", commit)
    try made.git("symbolic-ref", "HEAD", "refs/odd/name")
    #expect(try repository.head() == commit)
    try made.git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    try made.git("symbolic-ref", "HEAD", "refs/heads/alias")
    #expect(try repository.head() == commit)
  }

  @Test func takesNoNameForABranchThatOnlyMarksATableOfBranches() throws {
    try made.write(".git/HEAD", "ref: refs/heads/.invalid\n")
    #expect(repository.branch() != ".invalid")
  }

  @Test func tellsABranchFromOneWhoseNameEndsLikeIt() throws {
    try made.commit()
    try made.git("branch", "x/refs/heads/main")
    let commit = try made.commit()
    try made.git("pack-refs", "--all")
    #expect(try repository.head() == commit)
  }

  @Test func readsARepositoryBySHA256() throws {
    let made = TemporaryRepository(at: try TemporaryRepository.temporaryFolder())
    defer { made.remove() }
    try made.git("init", "--quiet", "--object-format", "sha256")
    try made.commit(["audit/a": "a"])
    let commit = try made.commit(["audit/a": "A"])
    let repository = try #require(made.repository())
    #expect(commit.count == 64)
    #expect(try repository.head() == commit)
    #expect(try repository.alterations(below: made.file("audit")).map(\.commit) == [commit])
    #expect(try repository.contents(of: made.file("audit/a"), at: "HEAD^") == Array("a".utf8))
  }

  // MARK: Contents

  @Test func readsAFileFromBothSidesOfAMerge() throws {
    #expect(!repository.isMerging)
    try startConflict()
    #expect(repository.isMerging)
    #expect(try text("f", at: "HEAD") == "ours")
    #expect(try text("f", at: "MERGE_HEAD") == "theirs")
    #expect(try [":1", ":2", ":3"].map { try text("f", at: $0) } == ["base", "ours", "theirs"])
    #expect(try text("f", at: ":0") == nil)
    try made.commit(["f": "both"])
    #expect(!repository.isMerging)
    #expect(try text("f", at: "MERGE_HEAD") == nil)
    #expect(try text("f", at: "HEAD^2") == "theirs")
  }

  @Test func readsEveryByte() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
    try FileSystem().replace(made.file("a b"), with: bytes)
    try made.commit(["empty": ""])
    #expect(try repository.contents(of: made.file("a b"), at: "HEAD") == bytes)
    #expect(try repository.contents(of: made.file("empty"), at: "HEAD") == [])
  }

  @Test func findsNothingWhereNoFileIs() throws {
    try made.commit(["folder/f": "1"])
    for name in ["g", "folder", "folder/f/g", ""] {
      #expect(try text(name, at: "HEAD") == nil)
    }
    #expect(try text("folder/f", at: "HEAD~5") == nil)
    #expect(try text("folder/f", at: "nonsense") == nil)
  }

  @Test func listsTheFilesBelowAFolder() throws {
    try made.commit(["a/x": "", "a/b/ü\n\"": "", "ab": "", "*/y": ""])
    #expect(try repository.names(below: made.file("a"), at: "HEAD") == ["b/ü\n\"", "x"])
    #expect(try repository.names(below: made.path, at: "HEAD").count == 4)
    #expect(try repository.names(below: made.file("*"), at: "HEAD") == ["y"])
    #expect(try repository.names(below: made.file("c"), at: "HEAD") == [])
    try made.commit(["a/z": ""])
    #expect(try repository.names(below: made.file("a"), at: "HEAD^").count == 2)
  }

  // MARK: Relations

  @Test func findsTheCommonAncestor() throws {
    try startConflict()
    let base = try made.git("rev-parse", "HEAD~1")
    #expect(try repository.commonAncestor(of: ["main", "side"]) == base)
    #expect(try repository.commonAncestor(of: [base]) == base)
    #expect(try repository.commonAncestor(of: []) == nil)
    #expect(try repository.isAncestor(base, of: "side"))
    #expect(try repository.isAncestor(base, of: base))
    #expect(try !repository.isAncestor("main", of: "side"))
    try made.git("merge", "--abort")
    try made.git("checkout", "--quiet", "--orphan", "island")
    try made.commit()
    #expect(try repository.commonAncestor(of: ["main", "island"]) == nil)
  }

  // MARK: Settings

  @Test func readsTheUserAndTheRemote() throws {
    #expect(repository.userName() == nil)
    #expect(repository.remoteURL() == nil)
    try made.git("config", "user.name", "Zoë Ada")
    try made.git("remote", "add", "origin", "git@example.com:a/b.git")
    #expect(repository.userName() == "Zoë Ada")
    #expect(repository.remoteURL() == "git@example.com:a/b.git")
  }

  @Test func knowsWhatIsIgnored() throws {
    try made.commit([".gitignore": "*.tmp\n:x\n", "kept.txt": ""])
    for (name, ignored) in [("a.tmp", true), ("kept.txt", false), (":x", true), ("b/c.tmp", true)] {
      #expect(try repository.isIgnored(made.file(name)) == ignored, "\(name)")
    }
    try made.write("a.tmp", "")
    try made.git("add", "--force", "a.tmp")
    #expect(try !repository.isIgnored(made.file("a.tmp")))
  }

  // MARK: Refusals

  @Test(arguments: ["-x", "--output=f", "", "^HEAD", "HEAD..main", "HEAD main", "a\nb", "a\0b"])
  func refusesWhatIsNoRevision(_ revision: String) throws {
    try made.commit(["f": ""])
    let refusal = GitError.failed(
      action: "find '\(revision)'", reason: "it is not the name of a revision")
    #expect(throws: refusal) { try repository.contents(of: made.file("f"), at: revision) }
    #expect(throws: refusal) { try repository.names(below: made.path, at: revision) }
    #expect(throws: refusal) { try repository.isAncestor(revision, of: "HEAD") }
    #expect(throws: refusal) { try repository.isAncestor("HEAD", of: revision) }
    #expect(throws: refusal) { try repository.commonAncestor(of: ["HEAD", revision]) }
    #expect(throws: refusal) { try repository.alterations(below: made.path, since: revision) }
  }

  @Test func refusesAPathElsewhere() throws {
    #expect(
      throws: GitError.failed(
        action: "read 'x' at 'HEAD'", reason: "'/x' does not stand in '\(made.path)'")
    ) { try repository.contents(of: "/x", at: "HEAD") }
  }

  @Test func givesGitsOwnReason() throws {
    try made.commit()
    let error = #expect(throws: GitError.self) {
      try repository.names(below: made.path, at: "nowhere")
    }
    #expect(error?.description.hasSuffix(": Not a valid object name nowhere") == true)
  }

  @Test func saysThatGitIsNotInstalled() throws {
    try made.commit()
    for path in ["", "/nowhere", "bin:."] {
      let found = GitRepository.containing(made.path, environment: ["PATH": path])
      #expect(throws: GitError.notInstalled) { try found?.isAncestor("HEAD", of: "HEAD") }
    }
  }

  @Test func runsNoProgramThatTheRepositoryNames() throws {
    try made.commit(["audit/a": "a"])
    let trace = made.file("ran")
    try made.write("spy", "#!/bin/sh\necho ran >> '\(trace)'\n")
    try made.git("config", "core.fsmonitor", made.file("spy"))
    try made.git("config", "diff.external", made.file("spy"))
    try made.git("config", "core.pager", made.file("spy"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: made.file("spy"))
    try made.git("-c", "core.fsmonitor=false", "commit", "--quiet", "--all", "--allow-empty", "-mx")
    #expect(!FileManager.default.fileExists(atPath: trace))
    _ = try repository.alterations(below: made.file("audit"))
    _ = try repository.isIgnored(made.file("b"))
    _ = try repository.contents(of: made.file("audit/a"), at: ":0")
    #expect(!FileManager.default.fileExists(atPath: trace))
    try made.git("status", "--short")
    #expect(FileManager.default.fileExists(atPath: trace), "the spy works")
  }
}
