import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct FounderTrustTests {
  private func withProject(
    isDemo: Bool = false, _ body: (FoundedProject) throws -> Void
  ) throws {
    let project = try FoundedProject(isDemo: isDemo)
    defer { project.remove() }
    try body(project)
  }

  // MARK: The first time

  @Test func nothingIsOpenedBeforeTheFounderIsPinned() throws {
    try withProject { project in
      #expect(project.unlock() == .noKey)
      #expect(project.test.errors.text.contains("the founder is not pinned"))
      #expect(project.test.errors.text.contains(project.vault.hex))
      #expect(project.test.errors.text.contains("--trust ID or FLYCONF_TRUST"))
      #expect(project.set("one") == .noKey)
    }
  }

  @Test func keylessCommandsAreWarned() throws {
    try withProject { project in
      let (code, notices) = project.look()
      #expect(code == .fine)
      #expect(notices.contains(.founderNotPinned))
      #expect(project.look(trust: project.vault.hex).notices == [.singleOwner])
      #expect(project.look().notices == [.singleOwner])
    }
  }

  @Test func onlyTheWholeIDPinsIt() throws {
    try withProject { project in
      let digits = project.vault.hex
      #expect(TrustedVault(argument: String(digits.dropLast())) == nil)
      let part = ["FLYCONF_TRUST": String(digits.prefix(16))]
      #expect(project.unlock(environment: part) == .usage)
      #expect(project.test.errors.text.contains("64 hexadecimal digits"))
      #expect(project.unlock() == .noKey)
      #expect(project.unlock(trust: digits) == .fine)
      #expect(project.unlock() == .fine)
    }
  }

  @Test func theEnvironmentPinsIt() throws {
    try withProject { project in
      let digits = project.vault.hex.uppercased()
      #expect(project.unlock(environment: ["FLYCONF_TRUST": digits]) == .fine)
      #expect(project.unlock() == .fine)
    }
  }

  @Test func anotherIDIsAnIntegrityError() throws {
    try withProject { project in
      let other = String(project.vault.hex.reversed())
      #expect(project.unlock(trust: other) == .integrity)
      #expect(project.look(environment: ["FLYCONF_TRUST": other]).code == .integrity)
      #expect(project.test.errors.text.contains("not the one that --trust names"))
      #expect(project.test.errors.text.contains("not the one that FLYCONF_TRUST names"))
      // It has pinned nothing.
      #expect(project.unlock() == .noKey)
    }
  }

  @Test func whatIsNoIDIsAUsageError() throws {
    try withProject { project in
      for text in ["abc", String(repeating: "g", count: 64), project.vault.hex + "0"] {
        #expect(project.look(environment: ["FLYCONF_TRUST": text]).code == .usage)
        #expect(TrustedVault(argument: text) == nil)
      }
      #expect(project.look(environment: ["FLYCONF_TRUST": ""]).code == .fine)
    }
  }

  @Test func aPersonIsShownTheIDAndAsked() throws {
    try withProject { project in
      #expect(project.unlock(answers: ["n"]) == .noKey)
      #expect(project.unlock(answers: [""]) == .noKey)
      #expect(project.unlock(answers: []) == .noKey)
      #expect(project.unlock(answers: ["y"]) == .fine)
      let screen = project.test.screen.text
      #expect(screen.contains(project.vault.hex))
      #expect(screen.contains("owner 'anna', fingerprint \(project.fingerprint)"))
      #expect(project.unlock() == .fine)
    }
  }

  @Test func agreeingToEverythingIsNoAnswer() throws {
    try withProject { project in
      #expect(project.unlock { $0.isAgreed = true } == .noKey)
      #expect(project.unlock(answers: ["n"]) { $0.isAgreed = true } == .noKey)
      #expect(project.unlock(answers: ["y"]) { $0.hasNoInput = true } == .noKey)
    }
  }

  @Test func whoFoundsAVaultTrustsIt() throws {
    try withProject { project in
      let context = project.test.context()
      let inspection = try VaultInspection.read(.reading, in: context)
      try context.rememberFounding(of: VerifiedVault(inspection.verification), in: project.layout)
      _ = consume inspection
      #expect(project.unlock() == .fine)
    }
  }

  // MARK: A project that is known

  @Test func aReplacedVaultIsAnIntegrityErrorUntilItIsNamed() throws {
    try withProject { project in
      #expect(project.unlock(trust: project.vault.hex) == .fine)
      let new = try project.replaceVault()
      #expect(project.unlock() == .integrity)
      #expect(project.look().code == .integrity)
      #expect(project.test.run("audit", "list") == .integrity)
      #expect(project.test.errors.text.contains("the vault is another than the one"))
      #expect(project.accept() == .integrity)
      #expect(project.accept(trust: project.vault.hex) == .integrity)
      #expect(project.accept(trust: new.hex) == .fine)
      #expect(project.unlock() == .fine)
    }
  }

  @Test func aReplacedVaultIsOneFinding() throws {
    try withProject { project in
      #expect(project.unlock(trust: project.vault.hex) == .fine)
      #expect(project.set("one") == .fine)
      let entries = try project.test.read("flyconf/credentials.json")
      _ = try project.replaceVault()
      #expect(try project.test.read("flyconf/credentials.json") == entries)
      let verified = try project.test.object("vault", "verify", expecting: .integrity)
      let faults = try #require(verified["faults"] as? [[String: String]])
      #expect(faults.map { $0["kind"] } == ["vault_replaced"])
      let found = try project.test.object("validate", expecting: .integrity)
      let findings = try #require(found["findings"] as? [[String: Any]])
      let codes = findings.filter { $0["severity"] as? String == "error" }.map { $0["code"] }
      #expect(codes.count { ($0 as? String)?.hasPrefix("FC8") ?? false } == 1)
    }
  }

  @Test func aDemoVaultInThePlaceOfAnotherIsNoticed() throws {
    try withProject { project in
      #expect(project.unlock(trust: project.vault.hex) == .fine)
      try withProject(isDemo: true) { demo in
        try project.removeVault()
        for name in ["audit", "vault.json"] {
          try FileManager.default.copyItem(
            atPath: Path.join(demo.layout.folder, name),
            toPath: Path.join(project.layout.folder, name))
        }
        #expect(project.unlock() == .integrity)
      }
    }
  }

  @Test func aVaultThatIsGoneIsAnIntegrityErrorUntilItIsAccepted() throws {
    try withProject { project in
      #expect(project.unlock(trust: project.vault.hex) == .fine)
      try project.removeVault()
      #expect(project.look().code == .integrity)
      #expect(project.test.errors.text.contains("the project has no vault, but this machine knows"))
      #expect(project.accept() == .fine)
      #expect(project.look().code == .couldNotRun)
    }
  }

  @Test func anotherFolderWithTheSameVaultIsTrusted() throws {
    try withProject { project in
      #expect(project.unlock(trust: project.vault.hex) == .fine)
      let moved = project.test.folder.appending(path: "moved/flyconf")
      try FileManager.default.createDirectory(
        at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: URL(filePath: project.layout.folder), to: moved)
      let code = project.test.run("audit", "list", "--project", moved.path)
      #expect(code == .fine)
      #expect(
        project.unlock(environment: ["FLYCONF_PROJECT": moved.path]) == .fine)
    }
  }

  @Test(.enabled(if: GitProgram.path != nil, "git is not installed"))
  func anotherCloneOfTheSameRemoteWithAnotherVaultIsNoticed() throws {
    try withProject { project in
      let remote = "https://anna:secret-pw@example.com/harbour.git"
      try GitProgram.run(["init", "-q"], in: project.test.folder)
      try GitProgram.run(["remote", "add", "origin", remote], in: project.test.folder)
      let environment = GitProgram.environment
      #expect(project.unlock(trust: project.vault.hex, environment: environment) == .fine)
      let clone = project.test.home.appending(path: "clone")
      try FileManager.default.createDirectory(
        at: clone.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: project.test.folder, to: clone)
      var elsewhere = environment
      elsewhere["FLYCONF_PROJECT"] = clone.path
      #expect(project.unlock(environment: elsewhere) == .fine)
      // The clone is another folder, and its vault another one.
      let other = project.test.home.appending(path: "other")
      _ = try project.replaceVault()
      try FileManager.default.copyItem(at: project.test.folder, to: other)
      elsewhere["FLYCONF_PROJECT"] = other.path
      #expect(project.unlock(environment: elsewhere) == .integrity)
      let state = project.test.home.appending(path: ".local/state")
      for path in try FileManager.default.subpathsOfDirectory(atPath: state.path) {
        let text = try? String(contentsOf: state.appending(path: path), encoding: .utf8)
        #expect(!(text ?? "").contains("secret-pw"))
      }
    }
  }

  // MARK: Demo

  @Test func aDemoIdentityNeedsNoPin() throws {
    try withProject(isDemo: true) { project in
      // That it is a demo is what the vault says of itself.
      #expect(project.look().notices.contains(.founderNotPinned))
      // The user's own identity entrusts something to the vault all the same.
      #expect(project.unlock() == .noKey)
      try project.test.write(IdentitySample.demo + "\n", to: "demo-identity", mode: 0o644)
      let code = project.unlock(environment: [
        "FLYCONF_IDENTITY_FILE": project.test.folder.appending(path: "demo-identity").path
      ])
      // It is no member of this vault; that is found out only after the question of trust.
      #expect(code == .noKey)
      #expect(project.test.errors.text.contains("a demo identity is in use"))
    }
  }
}

/// Git itself, where it is installed.
enum GitProgram {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/git" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static let environment: [String: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
  ]

  static func run(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "git")
    process.arguments = ["-C", folder.path] + arguments
    process.environment = environment.merging(
      [
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.com",
      ]) { $1 }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw MalformedValue("git \(arguments) failed") }
  }
}
