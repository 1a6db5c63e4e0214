import Foundation
import Synchronization
import Testing

@testable import DeployModel

/// Takes the lines that a memory says.
final class NoteList: Sendable {
  private let lines = Mutex<[String]>([])

  var all: [String] { lines.withLock { $0 } }

  func add(_ line: String) { lines.withLock { $0.append(line) } }
}

@Suite struct MachineMemoryTests {
  private let folder: ScratchFolder
  private let notes = NoteList()
  private let vault = hash(of: "a vault")
  private let other = hash(of: "another")

  init() throws { folder = try ScratchFolder() }

  private func memory(_ files: FileSystem = FileSystem()) -> MachineMemory {
    MachineMemory(folder: folder.path("state/flyconf"), files, note: notes.add)
  }

  private func stateFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path("state"))
      .map { folder.path("state/\($0)") }
  }

  private func rememberAll(_ memory: MachineMemory) throws {
    try memory.pin(vault, at: Timestamp(secondsSinceEpoch: 1_795_392_000))
    try memory.remember(vault, of: .folder("/p"))
    try memory.remember(
      [Sighting(project: "/one", tips: [vault, other])], of: vault, on: "branch main")
    try memory.remember(cleanCommit: String(repeating: "a", count: 40), of: vault, in: "/w")
  }

  private func expectNothing(_ memory: MachineMemory) {
    #expect(!memory.isPinned(vault))
    #expect(memory.vault(of: .folder("/p")) == nil)
    #expect(memory.sightings(of: vault, on: "branch main") == [])
    #expect(memory.cleanCommit(of: vault, in: "/w") == nil)
  }

  @Test func remembersWhatItIsTold() throws {
    expectNothing(memory())
    try rememberAll(memory())
    let memory = memory()
    #expect(memory.isPinned(vault))
    #expect(!memory.isPinned(other))
    #expect(memory.vault(of: .folder("/p")) == vault)
    #expect(memory.vault(of: .folder("/q")) == nil)
    #expect(memory.sightings(of: vault, on: "branch main").map(\.tips) == [[vault, other]])
    #expect(memory.sightings(of: vault, on: "branch dev") == [])
    #expect(memory.sightings(of: other, on: "branch main") == [])
    #expect(memory.cleanCommit(of: vault, in: "/w") == String(repeating: "a", count: 40))
    #expect(memory.cleanCommit(of: vault, in: "/v") == nil)
    #expect(notes.all == [])
  }

  @Test func forgetsAProject() throws {
    try rememberAll(memory())
    try memory().forget(.folder("/p"))
    #expect(memory().vault(of: .folder("/p")) == nil)
    #expect(memory().isPinned(vault))
  }

  @Test func nobodyElseCanReadIt() throws {
    try rememberAll(memory())
    for path in try stateFiles() {
      let status = try #require(try FileSystem().status(of: path))
      #expect(status.mode == (status.kind == .folder ? 0o700 : 0o600))
    }
  }

  @Test func writesNothingThatIsThereAlready() throws {
    try rememberAll(memory())
    var files = FileSystem()
    files.fault = { call, _ in [.inspect, .open, .read].contains(call) ? nil : EACCES }
    try rememberAll(memory(files))
  }

  @Test func whatIsGarbledCountsAsAbsent() throws {
    try rememberAll(memory())
    for text in ["", "{", "[]", #"{"format":"flyconf.memory/2"}"#, "\u{0}\u{1}"] {
      for path in try stateFiles() where path.hasSuffix(".json") {
        try Data(text.utf8).write(to: URL(filePath: path))
      }
      let count = notes.all.count
      let memory = memory()
      expectNothing(memory)
      expectNothing(memory)
      // One line for each file, however often it is asked for.
      #expect(notes.all.count == count + 4)
    }
    #expect(notes.all.allSatisfy { $0.hasPrefix("note: ") && $0.hasSuffix("counts as absent") })
    try rememberAll(memory())
    #expect(memory().isPinned(vault))
  }

  @Test func aFileUnderAnotherNameCountsForNothing() throws {
    try memory().pin(vault, at: Timestamp(secondsSinceEpoch: 0))
    let path = try #require(try stateFiles().first { $0.hasSuffix(".json") })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing(vault.hex, with: other.hex).utf8).write(to: URL(filePath: path))
    #expect(!memory().isPinned(vault))
    #expect(!memory().isPinned(other))
  }

  @Test func whatCannotBeWrittenIsAnErrorAndForACommandALine() throws {
    var files = FileSystem()
    files.fault = { call, _ in call == .create || call == .createFolder ? EROFS : nil }
    let memory = memory(files)
    #expect(throws: FileError.self) { try memory.pin(vault, at: Timestamp(secondsSinceEpoch: 0)) }
    for _ in 0..<3 {
      memory.attempt("what was seen") { () throws(FileError) in
        try memory.remember(vault, of: .folder("/p"))
      }
    }
    #expect(notes.all.count == 1)
    #expect(notes.all.first?.hasPrefix("note: what was seen cannot be remembered: ") ?? false)
  }

  @Test func withoutAFolderNothingIsKept() throws {
    let memory = MachineMemory(folder: nil, FileSystem(), note: notes.add)
    expectNothing(memory)
    #expect(throws: FileError.self) { try rememberAll(memory) }
    #expect(memory.ledgerCache(of: "/p") == nil)
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/flyconf"),
    (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/flyconf"),
    (["HOME": "/h/"], "/h/.local/state/flyconf"),
    (["HOME": "h"], nil), ([:], nil),
  ])
  func theFolderIsThatOfTheStandard(_ environment: [String: String], _ folder: String?) {
    #expect(MachineMemory.folder(in: environment) == folder)
  }

  @Test func aRemoteIsTheSameWithAnotherPasswordAndNoPasswordIsKept() throws {
    let one = ProjectPlace.remote(url: "https://anna:pw1" + "@host/r.git", folder: ".")
    let two = ProjectPlace.remote(url: "https://host/r/", folder: ".")
    #expect(one.text == two.text)
    #expect(!one.text.contains("pw1"))
    for url in ["https://host/q", "http://host/r", "https://anna:p@other/r", "git@host:r.git"] {
      #expect(ProjectPlace.remote(url: url, folder: ".").text != one.text)
    }
    #expect(ProjectPlace.remote(url: "https://host/r", folder: "web").text != one.text)
  }

  @Test func programsAtTheSameTimeLoseNothing() async throws {
    let memory = memory()
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<32 {
        group.addTask {
          try? memory.remember(hash(of: "\(index)"), of: .folder("/\(index)"))
        }
      }
    }
    for index in 0..<32 {
      #expect(memory.vault(of: .folder("/\(index)")) == hash(of: "\(index)"))
    }
  }
}
