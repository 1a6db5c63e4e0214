import Foundation
import Testing

@testable import DeployModel

@Suite(.enabled(if: TemporaryRepository.git != nil, "git is not installed"))
final class RollbackCheckTests {
  private let made: TemporaryRepository
  private let state: ScratchFolder
  private let notes = NoteList()
  private var fixture: VaultFixture

  init() throws {
    made = try TemporaryRepository()
    state = try ScratchFolder()
    fixture = try VaultFixture()
    try fixture.set("stripe", value: "one")
    try commit()
  }

  deinit { made.remove() }

  private var project: String { made.file("flyconf") }

  private var memory: MachineMemory {
    MachineMemory(folder: state.path("flyconf"), FileSystem(), note: notes.add)
  }

  /// Writes the project as it is and commits it.
  @discardableResult
  private func commit() throws -> String {
    try fixture.files.write(to: project)
    return try made.commit()
  }

  private func set(_ value: String) throws { try fixture.set("stripe", value: value) }

  /// What stands in the folder, compared with what is known.
  private func check(
    in folder: String? = nil, environment: [String: String] = TemporaryRepository.environment
  ) throws -> RollbackCheck {
    let project = folder.map { Path.join($0, "flyconf") } ?? project
    let locked = try LockedProject.open(
      ProjectLayout(folder: project), FileSystem(),
      LockedProject.Request(.reading, hasVault: true, naming: { $0 }))
    let verification = VaultVerification(locked.contents)
    try #require(verification.isLedgerSound)
    let vault = try #require(verification.state.founding)
    return RollbackCheck(
      verification.state, of: vault, in: project,
      GitRepository.containing(project, environment: environment), memory)
  }

  private func names() throws -> [String] {
    try #require(try FileSystem().names(in: Path.join(project, "audit")))
  }

  private func removeNewest() throws {
    let name = try #require(try names().last)
    try FileManager.default.removeItem(atPath: Path.join(project, "audit/\(name)"))
  }

  // MARK: Tips

  @Test func findsNothingWhereChangesAreOnlyAdded() throws {
    for value in ["two", "three"] {
      let check = try check()
      #expect(check.faults == [])
      #expect(check.notices == [])
      try check.remember()
      try set(value)
      try commit()
    }
    #expect(try check().faults == [])
  }

  @Test func missesWhatAResetTookAway() throws {
    try set("two")
    try commit()
    try check().remember()
    try made.git("reset", "--quiet", "--hard", "HEAD^")
    let after = try check()
    #expect(after.faults.map(\.kind) == [.changeMissing])
    #expect(after.missingTips.count == 1)
    #expect(after.faults.first?.message.contains("was seen on this machine") ?? false)
    // Once it has been accepted, it is missed no longer.
    try after.remember()
    #expect(try check().faults == [])
  }

  @Test func anotherBranchOrACommitIsAnotherMatter() throws {
    try made.git("branch", "old")
    try set("two")
    try commit()
    try check().remember()
    try made.git("checkout", "--quiet", "old")
    #expect(try check().faults == [])
    try made.git("checkout", "--quiet", "--detach", "old")
    let detached = try check()
    #expect(detached.faults == [])
    try detached.remember()
    try made.git("checkout", "--quiet", "main")
    #expect(try check().faults == [])
    try made.git("checkout", "--quiet", "-B", "main", "old")
    #expect(try check().faults.map(\.kind) == [.changeMissing])
  }

  @Test func withoutGitTheFolderIsRemembered() throws {
    let folder = try ScratchFolder()
    try set("two")
    try fixture.files.write(to: folder.path("flyconf"))
    #expect(try check(in: folder.path).faults == [])
    try check(in: folder.path).remember()
    let name = try #require(
      try FileSystem().names(in: folder.path("flyconf/audit"))?.last)
    try folder.remove("flyconf/audit/\(name)")
    #expect(try check(in: folder.path).faults.map(\.kind) == [.changeMissing])
  }

  // MARK: History

  @Test func findsAChangeThatACommitDeleted() throws {
    try set("two")
    try commit()
    try removeNewest()
    let commit = try made.commit()
    let faults = try check().faults
    #expect(faults.map(\.kind) == [.changeMissing])
    let words = "was deleted by the commit \(commit.prefix(12))"
    #expect(faults.first?.message.contains(words) ?? false)
  }

  /// The folder is looked for where it stands now, and what was left out on the way is missed.
  @Test(arguments: [true, false])
  func findsAChangeThatWasDeletedWhereTheFolderWasMoved(_ isDeleted: Bool) throws {
    try set("two")
    try commit()
    if isDeleted { try removeNewest() }
    try FileManager.default.createDirectory(
      atPath: made.file("apps/shop"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: project, toPath: made.file("apps/shop/flyconf"))
    let moving = try made.commit()
    let found = try check(in: made.file("apps/shop")).faults
    #expect(found.map(\.kind) == (isDeleted ? [.changeMissing] : []))
    if isDeleted { #expect(found[0].message.contains(moving.prefix(12))) }
  }

  @Test func aChangeThatIsBackAsItWasIsNotMissed() throws {
    try set("two")
    try commit()
    let name = try #require(try names().last)
    let path = Path.join(project, "audit/\(name)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try removeNewest()
    try made.commit()
    try Data(text.utf8).write(to: URL(filePath: path))
    try made.commit()
    let again = try check()
    #expect(again.faults == [])
    #expect(again.hasReadHistory)
    // Put back, altered, in its place: that is another matter.
    try removeNewest()
    try made.commit()
    #expect(try check().faults.map(\.kind) == [.changeMissing])
  }

  @Test func anotherCopyHasAChangeOnlyIfItIsThatVeryChange() throws {
    try set("two")
    try fixture.files.write(to: project)
    let tip = try #require(fixture.verification.state.tips.first?.hash)
    let sighting = Sighting(project: project, tips: [tip])
    #expect(sighting.stillHas(tip, FileSystem()))
    let name = try #require(try names().last)
    try Data("{}".utf8).write(to: URL(filePath: Path.join(project, "audit/\(name)")))
    #expect(!sighting.stillHas(tip, FileSystem()))
  }

  @Test func findsAChangeThatACommitAlteredAndAnotherPutBack() throws {
    let path = Path.join(project, "audit/\(try #require(try names().first))")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + " ").utf8).write(to: URL(filePath: path))
    try made.commit()
    try Data(text.utf8).write(to: URL(filePath: path))
    try made.commit()
    #expect(try check().faults.map(\.kind) == [.changeAltered])
    try check().remember()
    #expect(try check().faults == [])
  }

  @Test func findsWhatAnAmendedCommitTookAway() throws {
    try set("two")
    try commit()
    try check().remember()
    try removeNewest()
    try made.git("add", "--all")
    try made.git("commit", "--quiet", "--amend", "--allow-empty", "--message", "x")
    #expect(try check().faults.map(\.kind) == [.changeMissing])
  }

  @Test func findsWhatIsMissingFromTheWorkTreeAlone() throws {
    try set("two")
    let commit = try commit()
    try removeNewest()
    let faults = try check().faults
    #expect(faults.map(\.kind) == [.changeMissing])
    #expect(faults.first?.message.contains(commit.prefix(12)) ?? false)
  }

  @Test func startsNoProgramWhileHeadStands() throws {
    try check().remember()
    var environment = TemporaryRepository.environment
    environment["PATH"] = "/nowhere"
    let again = try check(environment: environment)
    #expect(again.notices == [])
    #expect(!again.hasReadHistory)
    try set("two")
    try commit()
    let moved = try check(environment: environment)
    #expect(moved.notices.map(\.kind) == [.historyUnchecked])
    #expect(moved.notices.first?.message.contains("git is not installed") ?? false)
    // What was not looked at is not remembered as clean.
    try moved.remember()
    #expect(try check().hasReadHistory)
  }

  @Test func aShallowCloneIsSaidToBeUnchecked() throws {
    try set("two")
    try commit()
    try removeNewest()
    try made.commit()
    try set("three")
    let folder = try ScratchFolder()
    try made.git("clone", "--quiet", "--depth", "1", "file://\(made.path)", folder.path("clone"))
    let check = try check(in: folder.path("clone"))
    #expect(check.faults == [])
    #expect(check.notices.map(\.message) == ["history is not checked: shallow clone"])
    try check.remember()
    let clone = TemporaryRepository(at: folder.path("clone"))
    try clone.git("fetch", "--quiet", "--unshallow")
    #expect(try self.check(in: folder.path("clone")).faults.map(\.kind) == [.changeMissing])
  }

  @Test func beforeTheFirstCommitThereIsNothingToFind() throws {
    let empty = try TemporaryRepository()
    defer { empty.remove() }
    try fixture.files.write(to: empty.file("flyconf"))
    let check = try check(in: empty.path)
    #expect(check.faults == [])
    #expect(check.notices == [])
  }

  // MARK: A revision

  @Test func everythingOfARevisionMustBeThere() throws {
    try made.git("branch", "base")
    try set("two")
    try commit()
    #expect(try check().faults(since: "base") == [])
    try made.git("branch", "--force", "base")
    try made.git("reset", "--quiet", "--hard", "HEAD^")
    #expect(try check().faults(since: "base").map(\.kind) == [.changeMissing])
    #expect(throws: GitError.self) { try check().faults(since: "nowhere") }
    #expect(throws: GitError.self) { try check().faults(since: "--all") }
  }

  @Test func whatARevisionHasOtherwiseIsAltered() throws {
    let path = Path.join(project, "audit/\(try #require(try names().first))")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + " ").utf8).write(to: URL(filePath: path))
    try made.commit()
    try made.git("branch", "base")
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(try check().faults(since: "base").map(\.kind) == [.changeAltered])
  }
}
