import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct InitVaultTests {
  @Test func makesAVaultAndAnIdentity() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(try test.mode(of: test.ordinaryIdentity) == 0o600)
    let object = try test.object("vault", "verify")
    let id = try #require(object["vault"] as? String)
    #expect(test.output.text.contains("vault \(id)\n"))
    #expect(test.output.text.contains("made \(test.ordinaryIdentity)\n"))
    try test.seal("stripe", "sk_1")
    #expect(try test.reveal("stripe") == "sk_1")
  }

  @Test func keepsTheIdentityThatIsThere() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("identity", "new") == .fine)
    let identity = try String(contentsOfFile: test.ordinaryIdentity, encoding: .utf8)
    let before = test.output.text.utf8.count
    test.foundVault()
    let printed = String(decoding: test.output.text.utf8.dropFirst(before), as: UTF8.self)
    #expect(!printed.contains(test.ordinaryIdentity))
    #expect(try String(contentsOfFile: test.ordinaryIdentity, encoding: .utf8) == identity)
    #expect(test.run("vault", "rotate-keys") == .fine)
  }

  @Test func namesTheFounder() throws {
    for (words, environment, name) in [
      ([], [:], "admin"), ([], ["LOGNAME": "otto"], "otto"),
      ([], ["USER": "Anna Müller", "LOGNAME": "otto"], "anna-mller"),
      (["--name", "eve"], ["USER": "otto"], "eve"),
    ] {
      let test = try TestContext()
      defer { test.remove() }
      let context = test.context(environment: environment)
      #expect(Flyconf.run(["init", "--app", "harbour"] + words, in: context) == .fine)
      #expect(test.errors.text.contains("'\(name)' owns the vault"))
    }
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("init", "--app", "harbour", "--name", "Eve E") == .usage)
    #expect(!FileManager.default.fileExists(atPath: test.ordinaryIdentity))
  }

  @Test(.enabled(if: GitProgram.path != nil, "git is not installed"))
  func namesTheFounderAsGitDoes() throws {
    let test = try TestContext()
    defer { test.remove() }
    try GitProgram.run(["init", "-q"], in: test.folder)
    try GitProgram.run(["config", "user.name", "Anna B."], in: test.folder)
    let environment = GitProgram.environment.merging(["USER": "otto"]) { $1 }
    #expect(test.run("init", environment: environment) == .fine)
    #expect(test.errors.text.contains("'anna-b' owns the vault"))
  }

  @Test func makesNothingOnADryRun() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("init", "--dry-run", "--recovery", "recovery.identity") == .fine)
    for path in ["flyconf/vault.json", "flyconf/audit/", "recovery.identity"] {
      #expect(test.output.text.contains("would make \(path)\n"))
    }
    #expect(test.output.text.contains("would make \(test.ordinaryIdentity)\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.path) == [])
    #expect(!FileManager.default.fileExists(atPath: test.home.path))
  }

  @Test func makesNoVaultIfNoneIsWanted() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault("--no-vault")
    #expect(!FileManager.default.fileExists(atPath: test.ordinaryIdentity))
    let folder = test.folder.appending(path: "flyconf").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains("vault.json") && !names.contains("audit"))
  }

  // MARK: A project that is there

  @Test func addsAVaultToAProject() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault("--no-vault")
    try test.write("*~\nmine", to: "flyconf/.gitignore")
    let deployment = try test.read("flyconf/deployment.json")
    #expect(test.run("init", "--no-vault") == .couldNotRun)
    for option in ["--app", "--domain", "--region", "--template"] {
      #expect(test.run("init", option, "web") == .usage)
      #expect(test.errors.text.contains("is there already, and \(option) would change nothing"))
    }
    #expect(test.run("init", "--dry-run") == .fine)
    #expect(test.run("vault", "verify") == .couldNotRun)
    #expect(test.run("init", "--name", "anna") == .fine)
    #expect(test.run("vault", "verify") == .fine)
    #expect(try test.read("flyconf/deployment.json") == deployment)
    #expect(try test.read("flyconf/.gitignore") == "*~\nmine\nreads/\nevents/\n*.journal\n")
    #expect(test.run("init") == .couldNotRun)
    #expect(test.errors.text.contains("'flyconf/deployment.json' is there already"))
  }

  @Test func addsNoVaultThatWouldNotVerify() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault("--no-vault", "--template", "worker")
    let path = "flyconf/credentials.json"
    try test.write(test.read(path).replacing("\"unset\"", with: "\"plain:x\""), to: path)
    #expect(test.run("init") == .couldNotRun)
    #expect(test.errors.text.contains("give the entry the value 'unset'"))
    #expect(!FileManager.default.fileExists(atPath: test.ordinaryIdentity))
    #expect(!FileManager.default.fileExists(atPath: test.folder.path + "/flyconf/vault.json"))
  }

  @Test func everyFailureLeavesAllOrNothing() throws {
    for call in [FileSystem.Call.create, .write, .sync, .rename, .createFolder] {
      for limit in 0..<12 {
        let test = try TestContext()
        defer { test.remove() }
        let count = TextBuffer()
        var files = FileSystem()
        files.fault = { made, _ in
          guard made == call else { return nil }
          count.append("+")
          return count.text.utf8.count > limit ? ENOSPC : nil
        }
        guard test.run("init", "--app", "harbour", files: files) != .fine else { break }
        let again = test.run("init", "--app", "harbour")
        // What had been decided has been finished.
        #expect(again == .fine || again == .couldNotRun)
        let id = try #require(try test.object("vault", "verify")["vault"] as? String)
        // Where the first run was ended before it could, nobody has said that the vault is known.
        #expect(test.run("vault", "rotate-keys", "--trust", id) == .fine, "\(call) \(limit)")
      }
    }
  }

  // MARK: A second owner

  @Test func aRecoveryOwnerIsLockedByAPassphrase() throws {
    let test = try TestContext()
    defer { test.remove() }
    let passphrase = IdentitySample.passphrase
    let words = ["init", "--app", "harbour", "--recovery", "safe", "--passphrase-fd", "3"]
    #expect(Flyconf.run(words, in: test.context(descriptors: [3: passphrase])) == .fine)
    #expect(try test.mode(of: test.folder.appending(path: "safe").path) == 0o600)
    #expect(try test.read("safe").contains("\nFLYCONF-LOCKED-IDENTITY-1-"))
    #expect(test.run("vault", "verify") == .fine)
    #expect(!test.errors.text.contains("has one owner"))
    let rotate = ["vault", "rotate-keys", "--identity", "safe"]
    try test.seal("stripe", "sk_1")
    let context = test.context(answers: TypedAnswers([passphrase]))
    #expect(Flyconf.run(rotate, in: context) == .fine)
  }

  @Test func aPersonIsOfferedARecoveryOwner() throws {
    let test = try TestContext()
    defer { test.remove() }
    let passphrase = IdentitySample.passphrase
    let answers = ["safe", passphrase, passphrase]
    #expect(test.run("init", "--app", "harbour", answers: answers) == .fine)
    #expect(test.errors.text.contains("'safe' opens everything"))
    let other = try TestContext()
    defer { other.remove() }
    #expect(other.run("init", "--app", "harbour", answers: [""]) == .fine)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.folder.path) == ["flyconf"])
  }

  @Test func refusesADemoIdentityAsFounder() throws {
    let test = try TestContext()
    defer { test.remove() }
    let demo = ["FLYCONF_IDENTITY": IdentitySample.demo]
    #expect(test.run("init", environment: demo) == .noKey)
    #expect(!FileManager.default.fileExists(atPath: test.folder.path + "/flyconf/vault.json"))
  }
}
