import Foundation
import Testing

@testable import flyconf

/// What each rule that only `flyconf check` asks finds, tried on a real repository.
@Suite(.serialized) struct CheckGateTests {
  /// What the founder's project has anyway: one owner, and values that are still to come.
  private static let usual: Set<String> = ["FC818"]

  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try body(repository)
  }

  @Test func aSoundProjectIsDeployable() throws {
    try withRepository { repository in
      let found = repository.check("--env", "production")
      #expect(found.code == .fine, "\(found.codes)")
      let gate = found.codes.filter { $0 >= "FC830" && $0 < "FC900" }
      #expect(gate == [])
    }
  }

  @Test func aRenderedFileThatMeansSomethingElseIsStale() throws {
    try withRepository { repository in
      let text = try repository.test.read("fly.toml")
      try repository.test.write("# mine\n" + text, to: "fly.toml")
      #expect(!repository.check("--env", "production").codes.contains("FC834"))
      try repository.test.write("kill_signal = 'SIGTERM'\n" + text, to: "fly.toml")
      let found = repository.check("--env", "production")
      #expect(found.code == .found)
      #expect(found.codes.contains("FC834"))
    }
  }

  @Test func aRenderedFileThatIsMissingIsAWarning() throws {
    try withRepository { repository in
      try FileManager.default.removeItem(atPath: repository.test.folder.path + "/fly.toml")
      let found = repository.check("--env", "production")
      #expect(found.codes.contains("FC835"))
      #expect(found.code == .fine)
    }
  }

  @Test func aVaultThatNobodyHasNamedIsAWarning() throws {
    try withRepository { repository in
      let elsewhere = repository.test.home.appending(path: "elsewhere").path
      let found = repository.check(
        adding: ["FLYCONF_TRUST": "", "XDG_STATE_HOME": elsewhere])
      #expect(found.codes.contains("FC836"))
    }
  }

  @Test func aShallowCloneIsAWarning() throws {
    try withRepository { repository in
      try repository.commit()
      let git = repository.test.folder.appending(path: ".git")
      try repository.git("clone", "--quiet", "--depth", "1", "file://\(git.path)", "clone")
      let found = repository.check("-C", "clone")
      #expect(found.codes.contains("FC837"))
      #expect(!found.codes.contains("FC834"))
    }
  }

  @Test func aChangeFromTheFutureIsAWarning() throws {
    try withRepository { repository in
      #expect(repository.check(daysLater: -2).codes.contains("FC838"))
    }
  }

  @Test func aRequiredVariableWithoutAValueIsAnError() throws {
    try withRepository { repository in
      let path = "flyconf/variables.json"
      try repository.test.write(
        """
        { "variables": [
          { "id": "7c2f5b1e-93d4-4c6a-8a1e-5f0d2b3c4e6f", "key": "MODE", "encrypted_value": "unset",
            "environment": "staging", "is_secret": false, "category": "system",
            "description": "How it runs", "created_at": "2026-11-01T00:00:00Z",
            "updated_at": "2026-11-01T00:00:00Z" } ] }
        """, to: path)
      let found = repository.check("--skip", "render")
      #expect(found.code == .found)
      #expect(found.codes.filter { $0 == "FC839" }.count == 1)
      #expect(!found.codes.contains("FC206"))
      #expect(repository.test.run("validate") == .fine)
      #expect(!repository.check("--env", "production").codes.contains("FC839"))
    }
  }

  @Test func aValueThatSomeoneWhoLeftCouldReadIsExposed() throws {
    try withRepository { repository in
      try repository.project.join("ben", grants: "read_only:payment:production")
      #expect(!repository.check().codes.contains("FC840"))
      try repository.project.run("vault", "members", "remove", "ben", "--yes")
      let found = repository.check("--skip", "files")
      #expect(found.codes.contains("FC840"))
      #expect(found.code == .found)
    }
  }

  @Test func aLedgerThatGitIgnoresIsAnError() throws {
    try withRepository { repository in
      try repository.test.write("*.jsonl\n", to: ".gitignore")
      try repository.git("rm", "--quiet", "-r", "--cached", "flyconf/audit")
      let found = repository.check("--skip", "leaks")
      #expect(found.codes.filter { $0 == "FC841" }.count >= 1)
      #expect(found.code == .found || found.code == .integrity)
    }
  }

  @Test func whatOnlyTheMachineNeedsIsIgnored() throws {
    try withRepository { repository in
      try FileManager.default.removeItem(
        atPath: repository.test.folder.path + "/flyconf/.gitignore")
      #expect(repository.check().codes.filter { $0 == "FC842" }.count == 4)
    }
  }

  @Test(arguments: [".env", "keys/mine"])
  func aKeyThatTheNextAddWouldTakeIsAnError(path: String) throws {
    try withRepository { repository in
      let armour = "-----BEG" + "IN OPENSSH PRIVATE KEY-----\n"
      try repository.test.write(armour + String(repeating: "b3BlbnNzaC1rZXk", count: 9), to: path)
      let found = repository.check()
      #expect(found.codes.filter { $0 == "FC842" }.count == 1)
      try repository.test.write("/.env\n/keys\n", to: ".gitignore")
      #expect(!repository.check().codes.contains("FC842"))
    }
  }

  @Test func aSecretInATrackedFileIsAnError() throws {
    try withRepository { repository in
      try repository.test.write("key = '\(CheckedRepository.token)'\n", to: "a.py")
      #expect(!repository.check().codes.contains("FC830"))
      try repository.git("add", "a.py")
      #expect(repository.check().codes.contains("FC830"))
      try repository.test.write("mended\n", to: "a.py")
      #expect(repository.check("--staged").codes.contains("FC830"))
      #expect(repository.check().codes.contains("FC830"))
      try repository.commit()
      let found = repository.check()
      #expect(!found.codes.contains("FC830"))
      #expect(found.code == .fine)
    }
  }

  @Test func aValueOfTheVaultIsFoundByWhoMayOpenIt() throws {
    try withRepository { repository in
      try repository.project.set("smtp", "Quiet anchor of 1987")
      let encoded = Data("user:Quiet anchor of 1987".utf8).base64EncodedString()
      try repository.test.write("auth \(encoded)\n", to: "notes.bin")
      try repository.commit()
      #expect(repository.check().codes.contains("FC832"))
      #expect(!repository.test.output.text.contains("anchor"))
      let nobody = repository.test.home.appending(path: "nobody").path
      let found = repository.check(adding: ["XDG_CONFIG_HOME": nobody])
      #expect(!found.codes.contains("FC832"))
    }
  }

  // MARK: Fly.io

  @Test(arguments: [
    ("200", []), ("404", []), ("403", ["FC843"]), ("401", ["FC844"]), ("000", ["FC844"]),
    ("500", ["FC844"]),
  ])
  func whatFlySaysOfTheName(status: String, codes: [String]) throws {
    try withRepository { repository in
      let folder = repository.test.home.appending(path: "bin")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let curl = folder.appending(path: "curl")
      // It keeps what it was given, as nobody should see the token but curl's standard input.
      let script =
        "#!/bin/sh\necho \"$@\" >> '\(folder.path)/words'\nenv >> '\(folder.path)/words'\n"
        + "cat >> '\(folder.path)/input'\nprintf \(status)\n"
      try Data(script.utf8).write(to: curl)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: curl.path)
      let path = folder.path + ":" + (repository.environment["PATH"] ?? "")
      let found = repository.check(
        "--online", "--skip", "render", "--skip", "leaks",
        adding: ["PATH": path, "FLY_API_TOKEN": "fm2_" + "token"])
      #expect(found.codes.filter { ["FC843", "FC844"].contains($0) } == codes)
      let words = try String(contentsOf: folder.appending(path: "words"), encoding: .utf8)
      #expect(words.contains("/v1/apps/harbour"))
      #expect(!words.contains("fm2_"))
      let input = try String(contentsOf: folder.appending(path: "input"), encoding: .utf8)
      #expect(input == "header = \"Authorization: FlyV1 fm2_token\"\n")
    }
  }

  @Test func nothingIsAskedUnlessItIsWanted() throws {
    try withRepository { repository in
      let found = repository.check(adding: ["FLY_API_TOKEN": "fm2_" + "token"])
      #expect(!found.codes.contains("FC844"))
      #expect(repository.check("--online").codes.contains("FC844"))
    }
  }
}
