import Foundation
import Testing

@testable import DeployModel

@Suite struct ProjectStoreTests {
  private let scratch: ScratchFolder
  private let folder: String

  init() throws {
    scratch = try ScratchFolder()
    folder = scratch.path
    for (file, text) in SampleProject.files {
      try scratch.write(text, to: "flyconf/\(file.name)")
    }
  }

  @Test func findsTheProjectInAFolderAndInFlyconfBelowIt() throws {
    for start in [folder, "\(folder)/flyconf"] {
      let store = try ProjectStore(folder: start)
      #expect(store.layout.folder == "\(folder)/flyconf")
      #expect(store.layout.applicationFolder == folder)
    }
  }

  @Test func findsTheNearestProjectUpward() throws {
    let deep = "\(folder)/source/web"
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    #expect(
      try ProjectLayout.nearest(to: deep, FileSystem())?.folder == "\(folder)/flyconf")
  }

  @Test func saysThatAFolderHoldsNoProject() {
    let error = #expect(throws: FileError.self) { try ProjectStore(folder: "/usr/lib") }
    #expect(error?.reason == "it has no deployment.json")
  }

  @Test func readsEveryFileInOnePass() throws {
    let snapshot = try ProjectStore(folder: folder).open()
    #expect(snapshot.sources.count == SampleProject.files.count)
    // The sample has a sealed value, and there is no vault beside it.
    #expect(snapshot.validate(at: SampleProject.now).map(\.rule.code) == ["FC817"])
  }

  @Test func saysThatAFileVanished() throws {
    let store = try ProjectStore(folder: folder)
    try FileManager.default.removeItem(atPath: "\(folder)/flyconf/deployment.json")
    let error = #expect(throws: FileError.self) { try store.open() }
    #expect(error?.reason == "the file is gone")
  }

  @Test func writesNothingIfNothingChanged() throws {
    let store = try ProjectStore(folder: folder)
    let path = "\(folder)/flyconf/resources.json"
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let text = SampleProject.files[.resources] ?? ""
    #expect(try store.write(text, to: .resources, replacing: Array(text.utf8)) == false)
    let after = try FileManager.default.attributesOfItem(atPath: path)
    #expect(
      before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int,
      "the file was replaced")
    #expect(try store.write("{}", to: .resources, replacing: Array(text.utf8)) == true)
  }

  @Test func formattingTwiceChangesNothingTheSecondTime() throws {
    let snapshot = try ProjectStore(folder: folder).open()
    for file in ProjectFile.all {
      let once = try #require(snapshot.canonicalText(of: file))
      let again = SampleProject.snapshot([file: once]).canonicalText(of: file)
      #expect(once == again, "\(file.name)")
    }
  }

  @Test func leavesAFileThatSomebodySavedInTheMeantime() throws {
    let store = try ProjectStore(folder: folder)
    let error = #expect(throws: FileError.self) {
      try store.write("{}", to: .resources, replacing: Array("what was read".utf8))
    }
    #expect(error?.reason == "it has changed since it was read")
    #expect(
      try String(contentsOfFile: "\(folder)/flyconf/resources.json", encoding: .utf8)
        == SampleProject.files[.resources])
  }
}
