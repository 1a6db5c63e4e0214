import Foundation
import Testing

@testable import DeployModel

@Suite struct TransactionTests {
  private let scenario: TransactionScenario
  private var scratch: ScratchFolder { scenario.scratch }

  init() throws { scenario = try TransactionScenario() }

  private func commit(
    _ text: String, to name: String, replacing old: String?
  ) throws(FileError) {
    var transaction = Transaction(folder: scratch.path, FileSystem())
    transaction.write(Array(text.utf8), to: name, replacing: old.map { hash(of: $0) })
    try transaction.commit()
  }

  @Test func changesSeveralFilesAndLeavesNothingElse() throws {
    try scenario.transaction(FileSystem()).commit()
    #expect(try scratch.files() == TransactionScenario.new)
    #expect(try scenario.isRecoveryNeeded() == false)
  }

  @Test func changesFilesInTheOrderGivenOnceTheJournalStands() throws {
    let plan = FaultPlan()
    try scenario.transaction(plan.files).commit()
    let names = plan.calls.filter { $0.call == .rename || $0.path.hasSuffix("gone.json") }
      .filter { $0.call == .rename || $0.call == .remove }
      .map { String($0.path.dropFirst(scratch.path.count + 1)) }
    #expect(
      names == [
        "flyconf.journal", "vault.json", "audit/first.jsonl", "deployment.json", "gone.json",
      ])
  }

  /// A power cut keeps only what has been synced: nothing is relied on before.
  @Test func makesEachStepDurableBeforeTheNext() throws {
    try scratch.write("", to: "audit/earlier.jsonl")
    let plan = FaultPlan()
    try scenario.transaction(plan.files).commit()
    let steps = plan.calls.filter { made in
      switch made.call {
      case .create, .sync, .rename, .remove, .createFolder, .syncFolder: true
      default: false
      }
    }
    var names: [String] = []
    for step in steps {
      let name = Path.shown(step.path, from: scratch.path)
      let text = "\(step.call.rawValue) \(name)"
      if names.last != text { names.append(text) }
    }
    #expect(
      names == [
        "create vault.json", "sync vault.json", "create audit/first.jsonl",
        "sync audit/first.jsonl", "create deployment.json", "sync deployment.json",
        "syncFolder .", "create flyconf.journal", "sync flyconf.journal",
        "rename flyconf.journal", "syncFolder .", "rename vault.json",
        "rename audit/first.jsonl", "rename deployment.json", "remove gone.json", "syncFolder .",
        "syncFolder audit", "remove flyconf.journal", "syncFolder .",
      ])
  }

  @Test func keepsThePermissionsOfAFile() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: scratch.path("vault.json"))
    try scenario.transaction(FileSystem()).commit()
    #expect(try scratch.permissions(of: "vault.json") == 0o600)
    #expect(try scratch.permissions(of: "audit/first.jsonl") == 0o644)
  }

  @Test func refusesAFileThatHasChanged() throws {
    try scratch.write("edited", to: "deployment.json")
    let error = #expect(throws: FileError.self) {
      try scenario.transaction(FileSystem()).commit()
    }
    #expect(error?.reason == "it has changed since it was read")
    #expect(error?.help == "run the command again")
    #expect(error?.path == scratch.path("deployment.json"))
    var expected = TransactionScenario.old
    expected["deployment.json"] = "edited"
    #expect(try scratch.files() == expected)
  }

  @Test func refusesAFileThatShouldNotBeThere() throws {
    try scratch.write("theirs", to: "audit/first.jsonl")
    let error = #expect(throws: FileError.self) {
      try scenario.transaction(FileSystem()).commit()
    }
    #expect(error?.path == scratch.path("audit/first.jsonl"))
    #expect(try scratch.text(of: "audit/first.jsonl") == "theirs")
    #expect(try scratch.text(of: "vault.json") == "old vault")
  }

  @Test func refusesAFileThatIsGone() throws {
    try scratch.remove("vault.json")
    let error = #expect(throws: FileError.self) {
      try scenario.transaction(FileSystem()).commit()
    }
    #expect(error?.reason == "it has changed since it was read")
  }

  @Test func theLastPlanForAFileCounts() throws {
    var transaction = Transaction(folder: scratch.path, FileSystem())
    #expect(transaction.isEmpty)
    transaction.write(Array("one".utf8), to: "new.json", replacing: nil)
    transaction.write(Array("two".utf8), to: "new.json", replacing: nil)
    #expect(!transaction.isEmpty)
    try transaction.commit()
    #expect(try scratch.text(of: "new.json") == "two")
  }

  @Test func leavesAFileAsItIsIfItsContentsStay() throws {
    let before = try FileSystem().status(of: scratch.path("vault.json"))
    try commit("old vault", to: "vault.json", replacing: "old vault")
    #expect(try FileSystem().status(of: scratch.path("vault.json")) == before)
    #expect(throws: FileError.self) {
      try commit("other", to: "vault.json", replacing: "other")
    }
  }

  @Test func doesNotOverwriteTheJournalOfAnEarlierChange() throws {
    try scratch.write("{}", to: Journal.name)
    let error = #expect(throws: FileError.self) {
      try scenario.transaction(FileSystem()).commit()
    }
    #expect(error?.reason == "an earlier change has not been finished")
    #expect(try scratch.text(of: Journal.name) == "{}")
  }

  @Test(arguments: ["../x.json", "/tmp/x.json", "notes.txt", "other/x.jsonl", "audit/x.json", ""])
  func writesNoFileOfAnotherName(_ name: String) throws {
    let error = #expect(throws: FileError.self) {
      try commit("text", to: name, replacing: nil)
    }
    #expect(error?.reason == "flyconf writes no file of this name")
    #expect(try scratch.files() == TransactionScenario.old)
  }

  @Test func refusesMoreFilesThanAJournalHolds() throws {
    var transaction = Transaction(folder: scratch.path, FileSystem())
    for index in 0..<7_000 {
      transaction.write([], to: "audit/\(index).jsonl", replacing: nil)
    }
    let error = #expect(throws: FileError.self) { try transaction.commit() }
    #expect(error?.reason == "the change is of too many files")
    #expect(try scratch.files() == TransactionScenario.old)
  }

  @Test func noticesThatAFileIsNotWhatWasWritten() throws {
    var files = FileSystem()
    files.fault = { [scratch] call, path in
      if call == .syncFolder, path.hasSuffix("audit") {
        try? scratch.write("damaged", to: "vault.json")
      }
      return nil
    }
    let error = #expect(throws: FileError.self) { try scenario.transaction(files).commit() }
    #expect(error?.path == scratch.path("vault.json"))
    #expect(error?.reason == "what stands there is not what was written")
    #expect(try scenario.isRecoveryNeeded())
  }

  // MARK: Links

  @Test func followsALinkOfAnEntityFileInsideTheProject() throws {
    try scratch.write("old", to: "shared/health.json")
    try scratch.link("health.json", to: "shared/health.json")
    try commit("new", to: "health.json", replacing: "old")
    #expect(try scratch.text(of: "shared/health.json") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("health.json"))
        == "shared/health.json")
  }

  @Test func followsALinkToElsewhereInTheWorkTree() throws {
    let tree = try ScratchFolder()
    try tree.write("", to: ".git/HEAD")
    try tree.write("old", to: "shared/health.json")
    try tree.write("{}", to: "app/flyconf/deployment.json")
    try tree.link("app/flyconf/health.json", to: "../../shared/health.json")
    var transaction = Transaction(folder: tree.path("app/flyconf"), FileSystem())
    transaction.write(Array("new".utf8), to: "health.json", replacing: hash(of: "old"))
    try transaction.commit()
    #expect(try tree.text(of: "shared/health.json") == "new")
  }

  @Test func followsNoLinkOutOfTheProject() throws {
    let outside = try ScratchFolder()
    try outside.write("old", to: "health.json")
    try scratch.link("health.json", to: outside.path("health.json"))
    let error = #expect(throws: FileError.self) {
      try commit("new", to: "health.json", replacing: "old")
    }
    #expect(error?.reason == "it is a link that leads out of '\(scratch.path)'")
    #expect(try outside.text(of: "health.json") == "old")
  }

  @Test func followsNoLinkToAFileThatItDoesNotWrite() throws {
    try scratch.write("old", to: "source/build.sh")
    try scratch.link("health.json", to: "source/build.sh")
    let error = #expect(throws: FileError.self) {
      try commit("new", to: "health.json", replacing: "old")
    }
    #expect(error?.reason.hasSuffix("which cannot be replaced") == true)
    #expect(try scratch.text(of: "source/build.sh") == "old")
  }

  @Test(arguments: ["vault.json", "audit/first.jsonl", ".gitignore"])
  func writesThroughNoLinkOfTheVault(_ name: String) throws {
    try? scratch.remove(name)
    try scratch.write("old", to: "audit/target.jsonl")
    try scratch.link(name, to: scratch.path("audit/target.jsonl"))
    let error = #expect(throws: FileError.self) {
      try commit("new", to: name, replacing: "old")
    }
    #expect(error?.reason == "it is a symbolic link")
    #expect(try scratch.text(of: "audit/target.jsonl") == "old")
  }

  @Test func writesIntoNoFolderThatIsALink() throws {
    let outside = try ScratchFolder()
    try scratch.link("audit", to: outside.path)
    let error = #expect(throws: FileError.self) {
      try commit("new", to: "audit/x.jsonl", replacing: nil)
    }
    #expect(error?.reason == "it is a symbolic link")
    #expect(try outside.files() == [:])
  }

  @Test func saysThatAFolderStandsWhereAFileShould() throws {
    try scratch.write("", to: "health.json/file")
    let error = #expect(throws: FileError.self) {
      try commit("new", to: "health.json", replacing: nil)
    }
    #expect(error?.reason == "it is a folder")
  }
}
