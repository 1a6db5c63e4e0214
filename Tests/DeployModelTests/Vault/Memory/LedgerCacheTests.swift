import Foundation
import Synchronization
import Testing

@testable import DeployModel

/// Counts the changes that are opened.
private final class OpenCount: Sendable {
  private let count = Mutex(0)

  var files: FileSystem {
    var files = FileSystem()
    files.fault = { [self] call, path in
      if call == .open, path.contains("/audit/") { count.withLock { $0 += 1 } }
      return nil
    }
    return files
  }

  func take() -> Int {
    count.withLock { count in
      defer { count = 0 }
      return count
    }
  }
}

@Suite struct LedgerCacheTests {
  private let folder: ScratchFolder
  private let opened = OpenCount()
  private let memory: MachineMemory
  private var fixture: VaultFixture

  init() throws {
    folder = try ScratchFolder()
    memory = MachineMemory(folder: folder.path("state"), opened.files) { _ in }
    fixture = try VaultFixture()
    try fixture.set("stripe", value: "one")
    try fixture.set("stripe", value: "two")
    try fixture.files.write(to: folder.path("project"))
  }

  /// Moves the times of all changes back, so that none of them is new.
  private func age() throws {
    // The time of the last change of a file's status is the system's own: only waiting moves it.
    usleep(2_100_000)
  }

  private func open(minimum: Int = 1) throws -> LockedProject {
    try LockedProject.open(
      ProjectLayout(folder: folder.path("project")), opened.files,
      LockedProject.Request(
        .writing, hasVault: true,
        cache: memory.ledgerCache(of: folder.path("project"), minimum: .init(changes: minimum)),
        naming: { $0 }))
  }

  /// Verifies the project as a command does.
  ///
  /// - Returns: How many changes were read.
  @discardableResult
  private func verify(minimum: Int = 1) throws -> Int {
    _ = opened.take()
    let project = try open(minimum: minimum)
    let verification = VaultVerification(project.contents)
    #expect(verification.faults == [])
    if verification.isLedgerSound { try project.rememberLedger(EncodedState(verification.state)) }
    return opened.take()
  }

  private var cacheFile: URL {
    get throws {
      let path = folder.path("state/ledgers")
      let name = try #require(FileManager.default.contentsOfDirectory(atPath: path).first)
      return URL(filePath: Path.join(path, name))
    }
  }

  private func firstChange() throws -> String {
    let names = try #require(try FileSystem().names(in: folder.path("project/audit")))
    return folder.path("project/audit/\(try #require(names.first))")
  }

  @Test func aLedgerThatWasVerifiedIsNotReadAgain() throws {
    try age()
    #expect(try verify() == 3)
    #expect(try verify() == 0)
    #expect(try verify() == 0)
    #expect(try FileSystem().status(of: cacheFile.path)?.mode == 0o600)
    #expect(try FileSystem().status(of: folder.path("state"))?.mode == 0o700)
  }

  @Test func changesThatAreNewAreLookedAtAgain() throws {
    #expect(try verify() == 3)
    #expect(try verify() == 3)
    let path = try firstChange()
    let bytes = try Data(contentsOf: URL(filePath: path))
    // As if it had been altered within the tick of the clock in which it was written.
    try cacheFile.withStateOf(listingOf: folder.path("project/audit")) {
      var other = bytes
      other[other.count / 2] ^= 1
      try other.write(to: URL(filePath: path), options: [])
    }
    let verification = VaultVerification(try open().contents)
    #expect(verification.faults.map(\.kind).contains(.changeAltered))
  }

  @Test func aSmallLedgerIsNotRemembered() throws {
    try age()
    #expect(try verify(minimum: 4) == 3)
    #expect(try verify(minimum: 4) == 3)
    #expect(try FileSystem().kind(of: folder.path("state")) == nil)
  }

  @Test func aLedgerOfFewLargeChangesIsRemembered() throws {
    try age()
    let large = LedgerCache.Minimum(changes: 100, size: 1)
    let cache = try #require(memory.ledgerCache(of: folder.path("project"), minimum: large))
    let state = VaultVerification(try open().contents).state
    try cache.use(during: {}).use.remember(EncodedState(state), withNew: nil)
    #expect(cache.use(during: {}).use.state?.changeCount == 3)
  }

  @Test func aChangeOfTheSameSizeAndTimeIsNoticed() throws {
    try age()
    try verify()
    let path = try firstChange()
    let before = try #require(try FileSystem().status(of: path))
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: 40)
    try file.write(contentsOf: Data("x".utf8))
    try file.close()
    var times = [timespec(), timespec()]
    for index in 0...1 {
      times[index].tv_sec = Int(before.modified / 1_000_000_000)
      times[index].tv_nsec = Int(before.modified % 1_000_000_000)
    }
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    let after = try #require(try FileSystem().status(of: path))
    #expect(after.size == before.size && after.inode == before.inode)
    #expect(after.modified == before.modified)
    let verification = VaultVerification(try open().contents)
    #expect(!verification.isLedgerSound)
    #expect(verification.faults.map(\.kind).contains(.changeAltered))
  }

  @Test func aChangeThatIsGoneIsNoticed() throws {
    try age()
    try verify()
    try FileManager.default.removeItem(atPath: try firstChange())
    #expect(!VaultVerification(try open().contents).isLedgerSound)
  }

  @Test func aFileThatDoesNotBelongIsNoticed() throws {
    try age()
    try verify()
    try folder.write("", to: "project/audit/notes.txt")
    #expect(VaultVerification(try open().contents).faults.map(\.kind) == [.fileUnknown])
  }

  @Test func aGarbledCacheCountsAsAbsent() throws {
    try age()
    try verify()
    let file = try cacheFile
    let sound = try Data(contentsOf: file)
    for index in stride(from: 0, to: sound.count, by: 97) {
      var other = sound
      other[index] ^= 0x10
      try other.write(to: file)
      #expect(try verify() == 3)
    }
    for length in [0, 10, sound.count / 2, sound.count - 1] {
      try sound.prefix(length).write(to: file)
      #expect(try verify() == 3)
    }
    try sound.write(to: file)
    #expect(try verify() == 0)
  }

  @Test func theCacheOfAnotherCloneIsOfNoUse() throws {
    try age()
    try verify()
    try FileManager.default.copyItem(
      atPath: folder.path("project"), toPath: folder.path("clone"))
    let cache = memory.ledgerCache(of: folder.path("clone"), minimum: .init(changes: 1))
    let project = try LockedProject.open(
      ProjectLayout(folder: folder.path("clone")), FileSystem(),
      LockedProject.Request(.reading, hasVault: true, cache: cache, naming: { $0 }))
    guard case .files(let files) = project.contents.ledger else {
      Issue.record("the ledger was taken from the cache")
      return
    }
    #expect(files.count == 3)
  }

  // MARK: After a change

  @Test func aNewChangeIsAddedToWhatIsKnown() throws {
    try age()
    try verify()
    let project = try open()
    let finished = try change(VerifiedVault(project.contents))
    try finished.commit(over: project.contents, in: folder.path("project"), FileSystem())
    try project.rememberLedger(
      EncodedState(finished.verified.state), withNew: finished.change.fileName)
    _ = consume project
    // The new change alone is read, since it is new.
    #expect(try verify() == 1)
  }

  @Test func aNewChangeIsNotAddedToWhatSomebodyAlteredMeanwhile() throws {
    try age()
    try verify()
    let project = try open()
    let finished = try change(VerifiedVault(project.contents))
    try finished.commit(over: project.contents, in: folder.path("project"), FileSystem())
    let path = try firstChange()
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.write(to: URL(filePath: path), options: [.atomic])
    try project.rememberLedger(
      EncodedState(finished.verified.state), withNew: finished.change.fileName)
    _ = consume project
    #expect(try verify() == 4)
  }

  private func change(_ verified: VerifiedVault) throws -> FinishedChange {
    let vault = try OpenVault(verified, by: fixture.identity("anna"))
    var draft = try VaultDraft(vault, at: fixture.now.adding(seconds: 60))
    let entry = try #require(verified.entries(.credential).first)
    try draft.put(entry.node, .credential, over: entry, value: .secret(Secret("three")), .set)
    return try draft.finish()
  }
}

extension URL {
  /// Lets something happen to a folder, and makes the cache believe that its listing is the one
  /// it was made for.
  fileprivate func withStateOf(listingOf folder: String, _ body: () throws -> Void) throws {
    let contents = Array(try Data(contentsOf: self))
    try body()
    let listing = try #require(try FileSystem().listing(of: folder))
    let start = "flyconf.ledger/1".utf8.count
    let changed = contents[..<start] + listing.key.bytes + contents[(start + 32)...].dropLast(32)
    try Data(changed + SHA256.hash(Array(changed)).bytes).write(to: self)
  }
}
