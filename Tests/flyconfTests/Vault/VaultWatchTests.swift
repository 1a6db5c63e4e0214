import DeployModel
import Foundation
import Testing

@testable import flyconf

/// What is remembered between commands, and what they miss.
@Suite struct VaultWatchTests {
  private func withProject(_ body: (FoundedProject) throws -> Void) throws {
    let project = try FoundedProject()
    defer { project.remove() }
    #expect(project.unlock(trust: project.vault.hex) == .fine)
    try body(project)
  }

  private func changes(of project: FoundedProject) throws -> [String] {
    let folder = Path.join(project.layout.folder, "audit")
    return try #require(try FileSystem().names(in: folder)).map { Path.join(folder, $0) }
  }

  @Test func aChangeIsMissedAsSoonAsItWasMade() throws {
    try withProject { project in
      let before = try String(
        contentsOfFile: Path.join(project.layout.folder, "vault.json"), encoding: .utf8)
      let old = try Set(changes(of: project))
      #expect(project.set("one") == .fine)
      for path in try changes(of: project) where !old.contains(path) {
        try FileManager.default.removeItem(atPath: path)
      }
      // As `git reset` would, with everything else as it was before.
      try project.test.write(before, to: "flyconf/vault.json")
      try FileManager.default.removeItem(
        atPath: Path.join(project.layout.folder, "credentials.json"))
      #expect(project.look().code == .integrity)
      #expect(project.test.errors.text.contains("was seen on this machine, and is missing now"))
      #expect(project.test.errors.text.contains("flyconf vault accept"))
      #expect(project.accept() == .fine)
      #expect(project.look().code == .fine)
    }
  }

  @Test func aVaultWithFaultsOfItsOwnIsNotAccepted() throws {
    try withProject { project in
      #expect(project.set("one") == .fine)
      let newest = try #require(try changes(of: project).last)
      try FileManager.default.removeItem(atPath: newest)
      #expect(project.accept() == .integrity)
    }
  }

  @Test(.enabled(if: GitProgram.path != nil, "git is not installed"))
  func aChangeThatHistoryHasLostIsAFault() throws {
    try withProject { project in
      let folder = project.test.folder
      #expect(project.set("one") == .fine)
      try GitProgram.run(["init", "-q", "-b", "main"], in: folder)
      try GitProgram.run(["add", "-A"], in: folder)
      try GitProgram.run(["commit", "-q", "-m", "all"], in: folder)
      #expect(project.look(environment: GitProgram.environment).code == .fine)
      let path = try #require(try changes(of: project).first)
      let bytes = try Data(contentsOf: URL(filePath: path))
      try FileManager.default.removeItem(atPath: path)
      try GitProgram.run(["commit", "-q", "-a", "-m", "lose it"], in: folder)
      try bytes.write(to: URL(filePath: path))
      #expect(project.look(environment: GitProgram.environment).code == .integrity)
      #expect(project.test.errors.text.contains("was deleted by the commit"))
    }
  }

  @Test func withoutGitHistoryIsSaidToBeUnchecked() throws {
    guard GitProgram.path != nil else { return }
    try withProject { project in
      try GitProgram.run(["init", "-q"], in: project.test.folder)
      try GitProgram.run(["add", "-A"], in: project.test.folder)
      try GitProgram.run(["commit", "-q", "-m", "all"], in: project.test.folder)
      let (code, notices) = project.look(environment: ["PATH": "/nowhere"])
      #expect(code == .fine)
      #expect(notices.contains(.historyUnchecked))
      #expect(project.unlock(environment: ["PATH": "/nowhere"]) == .fine)
      #expect(
        project.test.errors.text.contains("note: history is not checked: git is not installed"))
    }
  }

  @Test func aStateFolderThatCannotBeWrittenCostsALineAndNoMore() throws {
    let project = try FoundedProject()
    defer { project.remove() }
    var files = FileSystem()
    let state = project.test.home.appending(path: ".local").path
    files.fault = { call, path in
      path.hasPrefix(state) && ![.inspect, .open, .read].contains(call) ? EACCES : nil
    }
    #expect(project.unlock(trust: project.vault.hex, files: files) == .fine)
    let lines = project.test.errors.text.split(separator: "\n").filter {
      $0.hasPrefix("note: ") && $0.contains("cannot be remembered: ")
    }
    #expect(lines.count == 1)
    #expect(project.look(files: files).code == .fine)
    // Nothing was pinned.
    #expect(project.unlock(files: files) == .noKey)
  }

  @Test func withoutAPlaceForStateACommandWorks() throws {
    let project = try FoundedProject()
    defer { project.remove() }
    let environment = [
      "XDG_STATE_HOME": "", "HOME": "", "FLYCONF_TRUST": project.vault.hex,
    ]
    #expect(project.unlock(environment: environment) == .fine)
    #expect(project.test.errors.text.contains("neither XDG_STATE_HOME nor HOME is set"))
  }

  @Test func quietCommandsSayNothingOfIt() throws {
    let project = try FoundedProject()
    defer { project.remove() }
    let environment = ["XDG_STATE_HOME": "", "FLYCONF_TRUST": project.vault.hex]
    #expect(project.unlock(environment: environment) { $0.isQuiet = true } == .fine)
    #expect(project.test.errors.text == "")
  }

  @Test func aChangeFromTheFutureIsSaidAndKeepsFromWriting() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let tomorrow = ["vault", "settings", "--keep", "1"]
    #expect(Flyconf.run(tomorrow, in: test.context(daysLater: 1)) == .fine)
    let object = try test.object("vault", "verify")
    let notices = try #require(object["notices"] as? [[String: String]])
    #expect(notices.contains { $0["kind"] == "change_in_future" })
    #expect(
      notices.contains {
        $0["message"]?.hasPrefix("the last change of the vault is dated 2026-11-24T00:00:00Z")
          ?? false
      })
    #expect(test.run("vault", "settings", "--keep", "2") == .couldNotRun)
    let later = test.context(daysLater: 1)
    #expect(Flyconf.run(["vault", "verify"], in: later) == .fine)
    #expect(!test.errors.text.contains("is dated"))
  }

  @Test func ownersChangeTheSettings() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    test.join("bob", "--grant", "admin:*:*")
    let count = try test.changes().count
    let mine = ["vault", "settings", "--keep", "1", "--identity", "bob.identity"]
    #expect(Flyconf.run(mine, in: test.context()) == .noKey)
    #expect(test.run("vault", "settings", "--keep", "101") == .usage)
    #expect(try test.changes().count == count)
    #expect(test.run("vault", "settings", "--keep", "1", "--reads", "tracked") == .fine)
    #expect(test.errors.text.contains("remove the line 'reads/' from flyconf/.gitignore"))
    #expect(try test.changes().count == count + 1)
    let settings = try test.object("vault", "settings")
    #expect(settings["keep"] as? Int == 1)
    #expect(settings["reads"] as? String == "tracked")
    #expect(test.run("vault", "settings", "--keep", "1") == .fine)
    #expect(try test.changes().count == count + 1)
    #expect(test.run("vault", "verify") == .fine)
  }

  @Test func changesCanBeMadeOneAfterAnother() throws {
    try withProject { project in
      for value in ["one", "two", "three"] { #expect(project.set(value) == .fine) }
      let count = try changes(of: project).count
      #expect(count == 4)
      #expect(project.test.run("audit", "list") == .fine)
    }
  }
}
