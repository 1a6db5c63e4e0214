import Foundation
import Testing

@testable import DeployModel

@Suite(.enabled(if: TemporaryRepository.git != nil, "git is not installed"))
final class GitHistoryTests {
  private typealias Alteration = GitRepository.Alteration
  private let made: TemporaryRepository
  private let repository: GitRepository

  init() throws {
    made = try TemporaryRepository()
    repository = try #require(made.repository())
  }

  deinit { made.remove() }

  private func alterations(
    below folder: String = "audit", since: String? = nil
  ) throws -> [Alteration] {
    // What the contents were is for others to compare.
    try repository.alterations(below: made.file(folder), since: since).map {
      Alteration(path: $0.path, commit: $0.commit, kind: $0.kind)
    }
  }

  /// Starts a merge of a branch that added `audit/b` into one that added `audit/c`.
  private func startMerge() throws {
    try made.commit(["audit/a": "a"])
    try made.git("checkout", "--quiet", "-b", "side")
    try made.commit(["audit/b": "b"])
    try made.git("checkout", "--quiet", "main")
    try made.commit(["audit/c": "c"])
    try made.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
  }

  @Test func findsNothingBeforeTheFirstCommit() throws {
    #expect(try alterations() == [])
  }

  @Test func findsNothingWhereFilesAreOnlyAdded() throws {
    for name in ["a", "b", "deep/c"] { try made.commit(["audit/\(name)": name]) }
    #expect(try alterations() == [])
  }

  @Test func namesTheFileTheCommitAndWhatWasDone() throws {
    try made.commit(["audit/a": "a", "audit/b": "b", "audit/deep/c": "c"])
    let altering = try made.commit(["audit/deep/c": "C"])
    try FileManager.default.removeItem(atPath: made.file("audit/a"))
    let deleting = try made.commit()
    #expect(
      try alterations() == [
        Alteration(path: "a", commit: deleting, kind: .deleted),
        Alteration(path: "deep/c", commit: altering, kind: .altered),
      ])
  }

  @Test func remembersWhatWasUndone() throws {
    try made.commit(["audit/a": "a"])
    let altering = try made.commit(["audit/a": "A"])
    let undoing = try made.commit(["audit/a": "a"])
    #expect(try alterations().map(\.commit) == [undoing, altering])
  }

  @Test func countsARenamedFileAsDeleted() throws {
    try made.commit(["audit/a": "a long line, the same in both"])
    try made.git("mv", "audit/a", "audit/b")
    let commit = try made.commit()
    #expect(try alterations() == [Alteration(path: "a", commit: commit, kind: .deleted)])
  }

  @Test func countsALinkInPlaceOfAFile() throws {
    try made.commit(["audit/a": "a"])
    try FileManager.default.removeItem(atPath: made.file("audit/a"))
    try FileManager.default.createSymbolicLink(
      atPath: made.file("audit/a"), withDestinationPath: "b")
    let commit = try made.commit()
    #expect(try alterations() == [Alteration(path: "a", commit: commit, kind: .altered)])
  }

  @Test func passesOverPermissionsAlone() throws {
    try made.commit(["audit/a": "a"])
    try made.git("update-index", "--chmod=+x", "audit/a")
    try made.git("commit", "--quiet", "--message", "x")
    #expect(try made.git("ls-tree", "HEAD", "audit/a").hasPrefix("100755"))
    #expect(try alterations() == [])
  }

  @Test func passesOverOtherFolders() throws {
    try made.commit(["audit/a": "a", "audit2/a": "a", "x": "x"])
    try made.commit(["audit2/a": "A", "x": "X"])
    #expect(try alterations() == [])
    #expect(try alterations(below: "audit2").map(\.path) == ["a"])
    #expect(try alterations(below: ".").map(\.path) == ["audit2/a", "x"])
  }

  @Test func findsTheFilesOfAFolderThatIsGone() throws {
    try made.commit(["audit/deep/a": "a", "x": "x"])
    try FileManager.default.removeItem(atPath: made.file("audit"))
    try made.commit()
    #expect(try alterations().map(\.path) == ["deep/a"])
    try made.commit(["audit": "a file"])
    #expect(try alterations().map(\.path) == ["deep/a"])
  }

  @Test(arguments: ["a folder", "\"quoted\"", "über", ":(top)x", "two\nlines", "-x", "*"])
  func readsAnyFolderName(_ folder: String) throws {
    try made.commit(["\(folder)/ä b\nc": "a", "x": "x"])
    try made.commit(["\(folder)/ä b\nc": "A", "x": "X"])
    #expect(try alterations(below: folder).map(\.path) == ["ä b\nc"])
  }

  @Test func followsALinkToTheWorkTree() throws {
    try made.commit(["audit/a": "a"])
    try made.commit(["audit/a": "A"])
    let link = made.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: made.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(try repository.alterations(below: link + "/audit", since: nil).count == 1)
  }

  // MARK: Merges

  @Test func findsNothingInAMergeOfAdditions() throws {
    try startMerge()
    try made.git("commit", "--quiet", "--no-edit")
    #expect(try made.git("rev-list", "--count", "--merges", "HEAD") == "1")
    #expect(try alterations() == [])
  }

  @Test(arguments: ["a", "b", "c"]) func findsAFileThatAMergeDrops(_ name: String) throws {
    try startMerge()
    try FileManager.default.removeItem(atPath: made.file("audit/\(name)"))
    let merge = try made.commit()
    #expect(try alterations() == [Alteration(path: name, commit: merge, kind: .deleted)])
  }

  @Test(arguments: ["a", "b", "c"]) func findsAFileThatAMergeAlters(_ name: String) throws {
    try startMerge()
    let merge = try made.commit(["audit/\(name)": "evil"])
    #expect(try alterations() == [Alteration(path: name, commit: merge, kind: .altered)])
  }

  @Test func findsAMergeThatTakesOneSideAlone() throws {
    try startMerge()
    try made.git("merge", "--abort")
    try made.git("merge", "--quiet", "--strategy", "ours", "--no-edit", "side")
    #expect(try alterations().map(\.path) == ["b"])
  }

  @Test func findsWhatHappenedOnAMergedBranch() throws {
    try startMerge()
    try made.git("merge", "--abort")
    try made.git("checkout", "--quiet", "side")
    let altering = try made.commit(["audit/b": "B"])
    try made.git("checkout", "--quiet", "main")
    #expect(try alterations() == [])
    try made.git("merge", "--quiet", "--no-edit", "side")
    #expect(try alterations() == [Alteration(path: "b", commit: altering, kind: .altered)])
  }

  // MARK: Since

  @Test func looksOnlyAtWhatCameSince() throws {
    try made.commit(["audit/a": "a"])
    let first = try made.commit(["audit/a": "A"])
    #expect(try alterations(since: first) == [])
    try made.commit(["audit/b": "b"])
    #expect(try alterations(since: first) == [])
    let second = try made.commit(["audit/a": "AA"])
    #expect(try alterations(since: first).map(\.commit) == [second])
    #expect(try alterations().map(\.commit) == [second, first])
  }

  @Test func looksAtABranchThatLeftBeforeSince() throws {
    try startMerge()
    try made.git("merge", "--abort")
    let since = try made.git("rev-parse", "HEAD")
    try made.git("checkout", "--quiet", "side")
    let altering = try made.commit(["audit/b": "B"])
    try made.git("checkout", "--quiet", "main")
    try made.git("merge", "--quiet", "--no-edit", "side")
    #expect(try alterations(since: since).map(\.commit) == [altering])
  }

  @Test func looksAtEverythingWhereSinceIsNoAncestor() throws {
    try made.commit(["audit/a": "a"])
    let altering = try made.commit(["audit/a": "A"])
    let since = try made.commit()
    try made.git("reset", "--quiet", "--hard", altering)
    try made.commit(["x": "x"])
    #expect(try alterations(since: since).map(\.commit) == [altering])
    let gone = String(repeating: "1", count: 40)
    #expect(try alterations(since: gone).map(\.commit) == [altering])
  }

  // MARK: Histories that are not the recorded one

  @Test func isNotDeceivedByAReplacedCommit() throws {
    let first = try made.commit(["audit/a": "a"])
    let altering = try made.commit(["audit/a": "A"])
    try made.commit(["audit/b": "b"])
    try made.git("replace", "--graft", "HEAD", first)
    #expect(try made.git("rev-list", "--count", "HEAD") == "2")
    #expect(try alterations().map(\.commit) == [altering])
  }

  @Test func isNotDeceivedByAGraft() throws {
    let first = try made.commit(["audit/a": "a"])
    let altering = try made.commit(["audit/a": "A"])
    let last = try made.commit(["audit/b": "b"])
    try made.write(".git/info/grafts", "\(last) \(first)\n")
    #expect(try made.git("rev-list", "--count", "HEAD") == "2")
    #expect(try alterations().map(\.commit) == [altering])
  }

  @Test func looksAtWhatAShallowCloneHas() throws {
    try made.commit(["audit/a": "a"])
    try made.commit(["audit/a": "A"])
    try made.commit(["audit/b": "b"])
    let path = try TemporaryRepository.temporaryFolder()
    let clone = TemporaryRepository(at: path)
    defer { clone.remove() }
    try made.git("clone", "--quiet", "--depth", "1", "file://\(made.path)", path)
    let repository = try #require(clone.repository())
    #expect(repository.isShallow)
    #expect(try repository.alterations(below: clone.file("audit"), since: nil) == [])
    try clone.git("fetch", "--quiet", "--unshallow")
    #expect(!repository.isShallow)
    #expect(try repository.alterations(below: clone.file("audit"), since: nil).count == 1)
  }
}
