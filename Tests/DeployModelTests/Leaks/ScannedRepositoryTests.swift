import Documents
import Foundation
import Testing

@testable import DeployModel

/// Which files of a repository are looked at, and with which contents.
@Suite(.enabled(if: TemporaryRepository.git != nil)) final class ScannedRepositoryTests {
  private let temporary: TemporaryRepository

  init() throws { temporary = try TemporaryRepository() }

  deinit { temporary.remove() }

  private static let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"

  private func tracked(below folder: String = "") throws -> LeakScan {
    let repository = try #require(temporary.repository())
    var scan = LeakScan()
    try scan.scan(
      repository.files(below: temporary.file(folder)).tracked, staged: repository.stagedFiles(),
      in: repository)
    return scan
  }

  private func staged() throws -> LeakScan {
    let repository = try #require(temporary.repository())
    var scan = LeakScan()
    try scan.scan(staged: repository.stagedFiles(), in: repository)
    return scan
  }

  @Test func looksAtTrackedFilesOnly() throws {
    try temporary.commit(["a.txt": Self.token, "b/ü c.txt": "x\n\(Self.token)", ".gitignore": "d"])
    try temporary.write("d", Self.token)
    try temporary.write("untracked", Self.token)
    let scan = try tracked()
    #expect(scan.leaks.map(\.file) == ["a.txt", "b/ü c.txt"])
    #expect(scan.fileCount == 3)
  }

  @Test func looksAtAFolderOfTheRepositoryAndAllThatIsStaged() throws {
    try temporary.commit(["a/*.txt": Self.token, "a/b.txt": Self.token, "c.txt": Self.token])
    try temporary.write("d.txt", Self.token)
    try temporary.git("add", "d.txt")
    #expect(try tracked(below: "a").leaks.map(\.file) == ["a/*.txt", "a/b.txt", "d.txt"])
  }

  @Test func whatIsNeitherTrackedNorIgnoredIsListed() throws {
    try temporary.commit(["a.txt": "x", ".gitignore": "ignored\n"])
    for name in ["b/c d.txt", "ignored", "ü\nx"] { try temporary.write(name, "x") }
    let files = try #require(temporary.repository()).files(below: temporary.path)
    #expect(files.untracked.sorted() == ["b/c d.txt", "ü\nx"])
    #expect(files.tracked.files.map(\.path) == [".gitignore", "a.txt"])
  }

  @Test func anEmptyRepositoryHasNothing() throws {
    #expect(try tracked().leaks.isEmpty)
    #expect(try tracked().fileCount == 0)
    #expect(try staged().fileCount == 0)
  }

  @Test func whatIsStagedIsReadAsTheIndexHasIt() throws {
    try temporary.commit(["a.txt": "sound", "b.txt": "sound", "old.txt": Self.token])
    try temporary.write("a.txt", "x\n\(Self.token)")
    try temporary.git("add", "a.txt")
    try temporary.write("a.txt", "mended")
    try temporary.write("b.txt", Self.token)
    let scan = try staged()
    #expect(scan.leaks.map(\.file) == ["a.txt"])
    #expect(scan.leaks.map(\.start.line) == [2])
    #expect(
      scan.leaks.first?.finding(in: "a.txt").message.hasSuffix("about to be committed") == true)
    #expect(scan.fileCount == 1)
    #expect(
      Set(try tracked().leaks.map { "\($0.file) \($0.isStaged)" })
        == ["a.txt true", "b.txt false", "old.txt false"])
    #expect(try tracked().fileCount == 3)
  }

  @Test func whatIsStagedBeforeTheFirstCommitIsRead() throws {
    try temporary.write("a.txt", Self.token)
    try temporary.git("add", "a.txt")
    #expect(try staged().leaks.map(\.file) == ["a.txt"])
    #expect(try tracked().leaks.count == 1)
  }

  @Test func readsManyStagedFilesOfEverySize() throws {
    for number in 0..<40 {
      let filler = String(repeating: "nothing here\n", count: number * number * 200)
      try temporary.write("\(number).txt", number % 2 == 0 ? filler + Self.token : filler)
    }
    try temporary.write("empty", "")
    try temporary.git("add", "--all")
    let scan = try staged()
    #expect(Set(scan.leaks.map(\.file)) == Set((0..<20).map { "\($0 * 2).txt" }))
    #expect(scan.leaks.allSatisfy { $0.start.column == 1 })
    #expect(scan.fileCount == 41)
  }

  @Test func aHookReadsTheIndexOfItsCommit() throws {
    try temporary.commit(["a.txt": "sound"])
    try temporary.write("a.txt", Self.token)
    let index = temporary.file(".git/other-index")
    var environment = TemporaryRepository.environment
    environment["GIT_INDEX_FILE"] = index
    _ = try ChildProcess.run(
      TemporaryRepository.git ?? "git", ["-C", temporary.path, "add", "--all"],
      environment: environment)
    let repository = try #require(
      GitRepository.containing(temporary.path, environment: environment))
    var scan = LeakScan()
    try scan.scan(staged: repository.stagedFiles(), in: repository)
    #expect(scan.leaks.map(\.file) == ["a.txt"])
    #expect(try staged().leaks.isEmpty)
  }

  @Test func oddNamesAndLinksAndMissingFilesAreNoTrouble() throws {
    try temporary.commit(["a\nb.txt": Self.token, "-x": Self.token, "gone.txt": "x", "t": "x"])
    try FileManager.default.removeItem(atPath: temporary.file("gone.txt"))
    try FileManager.default.removeItem(atPath: temporary.file("t"))
    try FileManager.default.createSymbolicLink(
      atPath: temporary.file("t"), withDestinationPath: "-x")
    try temporary.git("add", "t")
    #expect(try tracked().leaks.map(\.file) == ["-x", "a\nb.txt"])
  }

  @Test func namesThatAreSpelledInTwoWaysAreTwoFiles() throws {
    let names = ["e\u{301}.txt", "\u{E9}.txt"]
    for name in names { try temporary.write(name, Self.token) }
    guard try FileManager.default.contentsOfDirectory(atPath: temporary.path).count == 3 else {
      print("skipped: this file system takes the two for one")
      return
    }
    try temporary.git("add", "--all")
    func bytes(_ scan: LeakScan) -> Set<[UInt8]> { Set(scan.leaks.map { Array($0.file.utf8) }) }
    #expect(try bytes(staged()) == Set(names.map { Array($0.utf8) }))
    #expect(try bytes(tracked()) == Set(names.map { Array($0.utf8) }))
    #expect(try tracked().fileCount == 2)
    // Of one of them, the leak is only in what is about to be committed.
    try temporary.write(names[0], "mended")
    let areStaged = try tracked().leaks.map(\.isStaged)
    #expect(areStaged.count == 2 && areStaged.contains(true) && areStaged.contains(false))
  }

  @Test func whatGitHasListedAndDoesNotHaveIsAFailure() throws {
    try temporary.write("a.txt", Self.token)
    try temporary.git("add", "--all")
    let id = try temporary.git("rev-parse", ":a.txt")
    try temporary.write("b.txt", "sound \(Self.token)")
    try temporary.git("add", "--all")
    try FileManager.default.removeItem(
      atPath: temporary.file(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))"))
    let repository = try #require(temporary.repository())
    let files = try repository.stagedFiles()
    var scan = LeakScan()
    let error = #expect(throws: GitError.self) { try scan.scan(staged: files, in: repository) }
    #expect(error?.description.contains("the contents of 'a.txt'; `git fsck`") == true)
    #expect(scan.leaks.map(\.file) == ["b.txt"])
    #expect(scan.fileCount == 1)
  }

  @Test func aNameThatIsNoTextIsToBeChanged() throws {
    let finding = Leak.unnamed("caf\u{FFFD}.txt").finding(in: "caf\u{FFFD}.txt")
    #expect(finding.message == "the file was not searched for secrets: its name is not UTF-8")
    #expect(finding.help == "rename it, so that its name is UTF-8")
    #expect(Leak.unread("a", "x").finding(in: "a").help?.hasPrefix("make it readable") == true)
  }

  @Test func submodulesAreRepositoriesOfTheirOwn() throws {
    let inner = try TemporaryRepository()
    defer { inner.remove() }
    try inner.commit(["secret.txt": Self.token])
    try temporary.commit(["a.txt": "x"])
    try temporary.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "inner")
    try temporary.commit()
    #expect(try tracked().leaks.isEmpty)
    let module = try #require(
      GitRepository.containing(
        temporary.file("inner"), environment: TemporaryRepository.environment))
    var scan = LeakScan()
    let files = try module.files(below: module.workTree)
    try scan.scan(files.tracked, staged: TrackedFiles(), in: module)
    #expect(scan.leaks.map(\.file) == ["secret.txt"])
  }

  @Test func aFolderWithoutGitIsWalked() throws {
    let folder = try ScratchFolder()
    for name in ["a.txt", "b/c.txt", ".git/config", "b/node_modules/x.js", ".env"] {
      try folder.write(Self.token, to: name)
    }
    try folder.link("loop", to: ".")
    try folder.link("link.txt", to: "a.txt")
    var scan = LeakScan()
    scan.scan(folder: folder.path)
    #expect(scan.leaks.map(\.file) == [".env", "a.txt", "b/c.txt"])
    #expect(scan.fileCount == 3)
  }

  @Test func aFileThatCannotBeReadIsReported() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "a.txt")
    try folder.write("x", to: "b.txt")
    var files = FileSystem()
    files.fault = { call, path in call == .open && path.hasSuffix("/a.txt") ? EACCES : nil }
    var scan = LeakScan(files)
    scan.scan(folder: folder.path)
    #expect(scan.leaks.map(\.kind) == [.unread])
    let finding = try #require(scan.leaks.first?.finding(in: "a.txt"))
    #expect(finding.rule.code == "FC833")
    #expect(finding.message == "the file was not searched for secrets: permission denied")
    #expect(scan.fileCount == 1)
  }
}
