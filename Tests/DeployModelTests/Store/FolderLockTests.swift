import Foundation
import Testing

@testable import DeployModel

@Suite struct FolderLockTests {
  /// Holds a lock until it is told to let go.
  private final class Holder {
    var folder: FolderLock?
    var file: FileLock?
    func release() {
      folder = nil
      file = nil
    }
  }

  private let scratch: ScratchFolder
  private let holder = Holder()

  init() throws { scratch = try ScratchFolder() }

  private func exclusive(
    _ files: FileSystem = FileSystem(), whileWaiting: () -> Void = {}
  ) throws(FileError) -> FolderLock {
    try .exclusive(scratch.path, files, whileWaiting: whileWaiting)
  }

  private func shared(
    _ files: FileSystem = FileSystem(), whileWaiting: () -> Void = {}
  ) throws(FileError) -> FolderLock {
    try .shared(scratch.path, files, whileWaiting: whileWaiting)
  }

  /// Whether somebody holds a lock on a path.
  private func isLocked(_ path: String) -> Bool {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0
  }

  @Test func locksTheFolderUntilTheValueIsGone() throws {
    holder.folder = try exclusive()
    #expect(isLocked(scratch.path))
    holder.release()
    #expect(!isLocked(scratch.path))
    #expect(try scratch.files() == [:])
  }

  @Test func severalReadAtOnce() throws {
    holder.folder = try shared()
    var waits = 0
    let second = try shared { waits += 1 }
    #expect(waits == 0)
    #expect(isLocked(scratch.path))
    _ = consume second
  }

  @Test(.timeLimit(.minutes(1)))
  func aWriterSaysOnceThatItWaitsForAReader() throws {
    holder.folder = try shared()
    var waits = 0
    let start = ContinuousClock.now
    let writer = try exclusive {
      waits += 1
      holder.release()
    }
    #expect(waits == 1)
    #expect(ContinuousClock.now - start >= .milliseconds(900))
    #expect(isLocked(scratch.path))
    _ = consume writer
  }

  @Test(.timeLimit(.minutes(1)))
  func aReaderWaitsForAWriter() throws {
    holder.folder = try exclusive()
    var waits = 0
    let reader = try shared {
      waits += 1
      holder.release()
    }
    #expect(waits == 1)
    _ = consume reader
  }

  /// Threads add to a number that they read and write: without the lock some additions are lost.
  @Test(.timeLimit(.minutes(1)))
  func oneWritesAtATime() async throws {
    try scratch.write("0", to: "number")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask { [scratch] in
          for _ in 0..<20 {
            let lock = try FolderLock.exclusive(scratch.path, FileSystem()) {}
            let number = Int(try scratch.text(of: "number")) ?? 0
            usleep(200)
            try scratch.write("\(number + 1)", to: "number")
            _ = consume lock
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.text(of: "number") == "40")
  }

  @Test(.timeLimit(.minutes(1)))
  func locksTheFolderThatStandsThereAtTheEnd() throws {
    holder.folder = try exclusive()
    let lock = try exclusive {
      try? FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + ".away")
      try? FileManager.default.createDirectory(
        atPath: scratch.path, withIntermediateDirectories: false)
      holder.release()
    }
    #expect(isLocked(scratch.path))
    try FileManager.default.removeItem(atPath: scratch.path + ".away")
    _ = consume lock
  }

  @Test(arguments: [ENOTSUP, EOPNOTSUPP, ENOLCK, EINVAL])
  func readsWithoutALockWhereThereAreNone(_ code: Int32) throws {
    var files = FileSystem()
    let opened = FaultPlan(at: 1, .once, code: code)
    files.fault = opened.files.fault
    let lock = try shared(files)
    #expect(!isLocked(scratch.path))
    _ = consume lock
  }

  @Test(arguments: [ENOTSUP, EOPNOTSUPP, ENOLCK, EINVAL])
  func writesNothingWithoutALock(_ code: Int32) throws {
    let plan = FaultPlan(at: 1, .once, code: code)
    let error = #expect(throws: FileError.self) {
      let lock = try exclusive(plan.files)
      _ = consume lock
    }
    #expect(
      error?.description == "cannot lock '\(scratch.path)': the file system has no locks")
  }

  @Test func saysThatThereIsNoFolder() throws {
    let error = #expect(throws: FileError.self) {
      let lock = try FolderLock.exclusive(scratch.path("nowhere"), FileSystem()) {}
      _ = consume lock
    }
    #expect(error?.reason == "no such file or folder")
  }

  @Test func locksAFolderBehindALink() throws {
    let other = try ScratchFolder()
    try other.link("project", to: scratch.path)
    let lock = try FolderLock.exclusive(other.path("project"), FileSystem()) {}
    #expect(isLocked(scratch.path))
    _ = consume lock
  }

  // MARK: Files

  @Test(.timeLimit(.minutes(1)))
  func locksAFileAndMakesIt() throws {
    let path = scratch.path("log.jsonl")
    holder.file = try .exclusive(path, FileSystem(), mode: 0o600) {}
    #expect(isLocked(path))
    #expect(try scratch.permissions(of: "log.jsonl") == 0o600)
    var waits = 0
    let second = try FileLock.exclusive(path, FileSystem(), mode: 0o600) {
      waits += 1
      holder.release()
    }
    #expect(waits == 1)
    _ = consume second
  }

  @Test func locksNoFileBehindALink() throws {
    try scratch.write("", to: "target")
    try scratch.link("log.jsonl", to: "target")
    let error = #expect(throws: FileError.self) {
      let lock = try FileLock.exclusive(scratch.path("log.jsonl"), FileSystem(), mode: 0o600) {}
      _ = consume lock
    }
    #expect(error?.reason == "it is a symbolic link")
  }
}
