import Foundation
import Testing

@testable import DeployModel

@Suite struct FolderListingTests {
  private let folder: ScratchFolder
  private let files = FileSystem()

  init() throws {
    folder = try ScratchFolder()
    for name in ["a", "b", "c"] { try folder.write(name, to: "f/\(name)") }
  }

  private func listing(
    omitting name: String? = nil
  ) throws -> FolderListing? {
    try files.listing(of: folder.path("f"), omitting: name)
  }

  @Test func isTheSameWhereNothingHappened() throws {
    let first = try #require(try listing())
    #expect(try listing() == first)
    #expect(first.count == 3)
    #expect(first.recent.sorted() == ["a", "b", "c"])
  }

  @Test func differsByWhateverHappensToAFile() throws {
    let first = try #require(try listing()).key
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path("f/a"))
    let second = try #require(try listing()).key
    #expect(second != first)
    try FileManager.default.moveItem(atPath: folder.path("f/b"), toPath: folder.path("f/d"))
    let third = try #require(try listing()).key
    #expect(third != second)
    try folder.write("C", to: "f/c")
    #expect(try listing()?.key != third)
  }

  @Test func leavesOutWhatItIsToldTo() throws {
    let first = try #require(try listing())
    try folder.write("n", to: "f/new")
    #expect(try listing()?.key != first.key)
    #expect(try listing(omitting: "new") == first)
    #expect(try listing(omitting: "ne")?.count == 4)
  }

  @Test func knowsHowMuchTheFilesHold() throws {
    #expect(try listing()?.size == 3)
  }

  @Test func isNothingWithoutAFolder() throws {
    #expect(try files.listing(of: folder.path("none")) == nil)
  }

  @Test func doesNotTellOldFilesAsRecent() throws {
    usleep(2_100_000)
    #expect(try listing()?.recent == [])
    try folder.write("B", to: "f/b")
    #expect(try listing()?.recent == ["b"])
  }

  @Test func coversManyFiles() throws {
    for index in 0..<1_500 { try folder.write("", to: "f/file-\(index)") }
    let first = try #require(try listing())
    #expect(first.count == 1_503)
    #expect(try listing()?.key == first.key)
    try folder.write("x", to: "f/file-777")
    #expect(try listing()?.key != first.key)
  }
}
