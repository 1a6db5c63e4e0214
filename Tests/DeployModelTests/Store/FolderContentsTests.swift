import Foundation
import Testing

@testable import DeployModel

@Suite struct FolderContentsTests {
  private let scratch: ScratchFolder
  private let files = FileSystem()

  init() throws { scratch = try ScratchFolder() }

  @Test func listsNamesInOrder() throws {
    for name in ["b", "a", ".hidden", "c/d"] { try scratch.write("", to: name) }
    #expect(try files.names(in: scratch.path) == [".hidden", "a", "b", "c"])
    #expect(try files.names(in: scratch.path("nowhere")) == nil)
    #expect(throws: FileError.self) { try files.names(in: scratch.path("a")) }
  }

  @Test func tellsWhatStandsAtAPath() throws {
    try scratch.write("four", to: "file")
    try scratch.link("link", to: "file")
    let status = try #require(try files.status(of: scratch.path("file")))
    #expect(status.size == 4)
    #expect(status.kind == .file)
    #expect(!status.isLink)
    #expect(status.owner == getuid())
    let now = Int64(Date().timeIntervalSince1970 * 1e9)
    #expect(abs(status.modified - now) < 60_000_000_000)
    #expect(abs(status.changed - now) < 60_000_000_000)
    let link = try #require(try files.status(of: scratch.path("link")))
    #expect(link.isLink)
    #expect(link.kind == .other)
    #expect(link.inode != status.inode)
    #expect(try files.status(of: scratch.path)?.kind == .folder)
    #expect(try files.status(of: scratch.path("nowhere")) == nil)
  }

  @Test func survivesATimeThatDoesNotFit() throws {
    try scratch.write("", to: "file")
    let time = timespec(tv_sec: 15_000_000_000, tv_nsec: 0)
    let times = [time, time]
    _ = utimensat(AT_FDCWD, scratch.path("file"), times, 0)
    #expect(try files.status(of: scratch.path("file")) != nil)
  }

  @Test func tellsTheStatusOfEachName() throws {
    try scratch.write("1", to: "a")
    try scratch.write("22", to: "b")
    let statuses = try files.statuses(of: ["b", "none", "a"], in: scratch.path)
    #expect(statuses.map { $0?.size } == [2, nil, 1])
    #expect(statuses[0] == (try files.status(of: scratch.path("b"))))
    #expect(try files.statuses(of: ["a"], in: scratch.path("nowhere")) == [nil])
  }

  @Test func readsEachFile() throws {
    try scratch.write("one", to: "a")
    try scratch.write("", to: "b")
    try scratch.write(String(repeating: "x", count: 10_000), to: "c")
    let contents = try files.bulkContents(
      of: ["a", "none", "b", "c"], in: scratch.path, limit: 10_000)
    #expect(contents[0] == Array("one".utf8))
    #expect(contents[1] == nil)
    #expect(contents[2] == [])
    #expect(contents[3]?.count == 10_000)
  }

  @Test func readsNoLinkPipeFolderOrLargeFile() throws {
    try scratch.write("x", to: "file")
    try scratch.link("link", to: "file")
    try scratch.write("", to: "folder/file")
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    try scratch.write("12345", to: "large")
    for (name, reason) in [
      ("link", "it is a symbolic link"), ("folder", "it is a folder"),
      ("pipe", "it is not a regular file"),
      ("large", "it has 5 bytes, more than the limit of 4 bytes"),
    ] {
      let error = #expect(throws: FileError.self) {
        try files.bulkContents(of: [name], in: scratch.path, limit: 4)
      }
      #expect(error?.reason == reason)
      #expect(error?.path == scratch.path(name))
    }
  }

  @Test func everyCallCanFail() throws {
    try scratch.write("x", to: "file")
    for call in [FileSystem.Call.list, .inspect, .open, .read] {
      var files = FileSystem()
      files.fault = { made, _ in made == call ? EIO : nil }
      #expect(throws: FileError.self) {
        _ = try files.names(in: scratch.path)
        _ = try files.statuses(of: ["file"], in: scratch.path)
        _ = try files.bulkContents(of: ["file"], in: scratch.path, limit: 10)
      }
    }
  }

  /// A ledger can have as many files; every command reads them.
  @Test func isQuickForManyFiles() throws {
    let scratch = try ScratchFolder(inMemory: true)
    let text = Data(repeating: 0x61, count: 700)
    for index in 0..<10_000 {
      try text.write(to: URL(filePath: scratch.path("\(index).jsonl")))
    }
    let clock = ContinuousClock()
    var names: [String] = []
    let listing = try clock.measure { names = try files.names(in: scratch.path) ?? [] }
    let looking = try clock.measure { _ = try files.statuses(of: names, in: scratch.path) }
    let reading = try clock.measure {
      _ = try files.bulkContents(of: names, in: scratch.path, limit: 1 << 20)
    }
    print("10,000 files: listed in \(listing), looked at in \(looking), read in \(reading)")
    #expect(names.count == 10_000)
    #expect(listing + looking + reading < .seconds(2))
  }
}
