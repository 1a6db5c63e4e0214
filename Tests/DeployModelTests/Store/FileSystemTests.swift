import Foundation
import Testing

@testable import DeployModel

@Suite struct FileSystemTests {
  private let scratch: ScratchFolder
  private let folder: URL
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    folder = URL(filePath: scratch.path)
    path = folder.appending(path: "variables.json").path
  }

  private func contents() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func replacesAFileAndLeavesNothingElse() throws {
    let files = FileSystem()
    try files.replace(path, with: Array("old".utf8))
    try files.replace(path, with: Array("new".utf8))
    #expect(try contents() == "new")
    #expect(try names() == ["variables.json"])
  }

  @Test func keepsThePermissionsOfAFile() throws {
    try FileSystem().replace(path, with: [])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FileSystem().replace(path, with: Array("x".utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func writesThroughALink() throws {
    let link = folder.appending(path: "link.json").path
    try FileSystem().replace(path, with: Array("old".utf8))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try FileSystem().replace(link, with: Array("new".utf8))
    #expect(try contents() == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
  }

  /// Whatever call fails, the old file stands as it was, or the new one whole, and nothing else.
  @Test(arguments: FileSystem.Call.allCases, [ENOSPC, EACCES, EROFS, EIO, EDQUOT])
  func leavesTheOldFileOrTheNewWhenACallFails(_ call: FileSystem.Call, _ code: Int32) throws {
    try FileSystem().replace(path, with: Array("old".utf8))
    var files = FileSystem()
    files.fault = { made, _ in made == call ? code : nil }
    do {
      try files.replace(path, with: Array("new".utf8))
      #expect(try contents() == "new")
    } catch let error as FileError {
      #expect(error.path.hasPrefix(folder.path))
      #expect(!error.reason.isEmpty)
      #expect(try contents() == (call == .syncFolder ? "new" : "old"))
    }
    #expect(try names() == ["variables.json"])
  }

  @Test func saysThatTheDiskIsFull() throws {
    var files = FileSystem()
    files.fault = { call, _ in call == .write ? ENOSPC : nil }
    let error = #expect(throws: FileError.self) { try files.replace(path, with: [1]) }
    #expect(error?.description == "cannot write '\(path)': the disk is full")
    #expect(error?.help == "free some space and try again")
    #expect(try names() == [])
  }

  @Test func saysThatAFolderStandsWhereAFileShould() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let reading = #expect(throws: FileError.self) {
      try FileSystem().contents(of: path, limit: 10)
    }
    #expect(reading?.description == "cannot read '\(path)': it is a folder")
    let writing = #expect(throws: FileError.self) { try FileSystem().replace(path, with: []) }
    #expect(writing?.description == "cannot write '\(path)': it is a folder")
  }

  @Test func neverWaitsForAPipe() throws {
    #expect(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: FileError.self) {
      try FileSystem().contents(of: path, limit: 10)
    }
    #expect(error?.reason == "it is not a regular file")
  }

  @Test func refusesAFileThatIsTooLarge() throws {
    try FileSystem().replace(path, with: Array(repeating: 0, count: (1 << 20) + 1))
    let error = #expect(throws: FileError.self) {
      try FileSystem().contents(of: path, limit: 1 << 20)
    }
    #expect(error?.reason == "it has 1048577 bytes, more than the limit of 1 MiB")
    #expect(try FileSystem().contents(of: path, limit: 1 << 21)?.count == (1 << 20) + 1)
  }

  @Test func readsAFileThatSaysItIsEmptyAndIsNot() throws {
    let path = "/proc/self/status"
    guard FileManager.default.fileExists(atPath: path) else {
      return print("skipped: this system has no \(path)")
    }
    let bytes = try FileSystem().contents(of: path, limit: 1 << 20) ?? []
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(bytes.count > 100)
  }

  @Test func takesAMissingFileForAnAbsence() throws {
    #expect(try FileSystem().contents(of: path, limit: 10) == nil)
    #expect(try FileSystem().kind(of: path) == nil)
  }

  @Test func makesAFolderAndThoseAboveIt() throws {
    let deep = folder.appending(path: "a/b/c").path
    try FileSystem().createFolder(deep)
    #expect(try FileSystem().kind(of: deep) == .folder)
    try FileSystem().createFolder(deep)
  }

  @Test func writesToWhatIsNoFileAsItStands() throws {
    try FileSystem().replace("/dev/null", with: Array("gone".utf8))
    #expect(try FileSystem().kind(of: "/dev/null") == .other)
  }

  @Test func saysThatALinkLeadsNowhere() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.appending(path: "nowhere").path)
    let error = #expect(throws: FileError.self) { try FileSystem().replace(path, with: []) }
    #expect(error?.reason == "it is a link that leads nowhere")
  }

  @Test func leavesATemporaryFileOfSomebodyElse() throws {
    let temporary = "\(path).flyconf-\(getpid())~"
    try Data("theirs".utf8).write(to: URL(filePath: temporary))
    #expect(throws: FileError.self) { try FileSystem().replace(path, with: []) }
    #expect(try String(contentsOfFile: temporary, encoding: .utf8) == "theirs")
  }
}
