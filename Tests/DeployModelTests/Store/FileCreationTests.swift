import Foundation
import Testing

@testable import DeployModel

@Suite struct FileCreationTests {
  private let scratch: ScratchFolder
  private let files = FileSystem()

  init() throws { scratch = try ScratchFolder() }

  // MARK: Exclusively

  @Test func makesAFileWithExactlyItsPermissions() throws {
    try files.createExclusively(scratch.path("key"), [1, 2], mode: 0o600)
    #expect(try scratch.permissions(of: "key") == 0o600)
    #expect(try files.contents(of: scratch.path("key"), limit: 10) == [1, 2])
  }

  @Test func makesNoFileWhereSomethingStands() throws {
    try scratch.write("theirs", to: "key")
    try scratch.link("link", to: "nowhere")
    for name in ["key", "link"] {
      let error = #expect(throws: FileError.self) {
        try files.createExclusively(scratch.path(name), [1], mode: 0o600)
      }
      #expect(error?.reason == "something stands there already")
    }
    #expect(try scratch.files() == ["key": "theirs"])
  }

  @Test(arguments: [FileSystem.Call.create, .write, .sync, .syncFolder])
  func makesAFileWholeOrNotAtAll(_ call: FileSystem.Call) throws {
    var files = FileSystem()
    files.fault = { made, _ in made == call ? ENOSPC : nil }
    #expect(throws: FileError.self) {
      try files.createExclusively(scratch.path("key"), [1], mode: 0o600)
    }
    #expect(try scratch.files() == [:])
  }

  // MARK: At the end

  @Test func addsToTheEndOfAFile() throws {
    let path = scratch.path("log")
    try files.append(Array("one\n".utf8), to: path, mode: 0o600)
    try files.append(Array("two\n".utf8), to: path, mode: 0o644)
    #expect(try scratch.text(of: "log") == "one\ntwo\n")
    #expect(try scratch.permissions(of: "log") == 0o600)
  }

  @Test(arguments: [FileSystem.Call.inspect, .create, .write, .sync])
  func addsAllOrNothing(_ call: FileSystem.Call) throws {
    try scratch.write("one\n", to: "log")
    var files = FileSystem()
    files.fault = { made, _ in made == call ? ENOSPC : nil }
    let error = #expect(throws: FileError.self) {
      try files.append(Array("two\n".utf8), to: scratch.path("log"), mode: 0o600)
    }
    #expect(error?.reason == "the disk is full")
    #expect(try scratch.text(of: "log") == "one\n")
  }

  @Test func addsThroughNoLink() throws {
    try scratch.write("", to: "target")
    try scratch.link("log", to: "target")
    let error = #expect(throws: FileError.self) {
      try files.append([1], to: scratch.path("log"), mode: 0o600)
    }
    #expect(error?.reason == "it is a symbolic link")
    #expect(try scratch.text(of: "target") == "")
  }

  @Test func addsToWhatIsNoFileAsItStands() throws {
    try files.append([1], to: "/dev/null", mode: 0o600)
  }
}
