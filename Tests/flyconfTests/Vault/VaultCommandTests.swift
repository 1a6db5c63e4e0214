import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct VaultCommandTests {
  @Test func verifiesWithoutAnyKey() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    let nowhere = ["XDG_CONFIG_HOME": "/nowhere"]
    #expect(test.run("vault", "verify", environment: nowhere) == .fine)
    #expect(test.output.text.hasSuffix("verified: 2 changes, 1 sealed value, 1 member\n"))
    #expect(test.errors.text.contains("warning: the vault has one owner, 'anna'"))
    #expect(test.run("vault", "status", environment: nowhere) == .fine)
    #expect(test.output.text.contains("founded  by 'anna' at 2026-11-23T00:00:00Z\n"))
    #expect(test.output.text.contains("of production/credential/payment/read_only at"))
  }

  @Test func namesEveryFault() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    for number in 0..<10 { try test.seal("service\(number)", "value\(number)") }
    let path = "flyconf/credentials.json"
    try test.write(test.read(path).replacing("api_key", with: "token"), to: path)
    #expect(test.run("vault", "verify") == .integrity)
    for number in 0..<10 { #expect(test.errors.text.contains("'service\(number)'")) }
    #expect(!test.output.text.contains("verified"))
    let object = try test.object("vault", "verify", expecting: .integrity)
    #expect(object["format"] as? String == "flyconf.vault-verify/1")
    #expect(object["sound"] as? Bool == false)
    let faults = try #require(object["faults"] as? [[String: String]])
    #expect(faults.count == 10)
    #expect(faults.allSatisfy { $0["kind"] == "field_edited" && $0["file"] == path })
    #expect(faults.first?["subject"] == "service0")
    #expect(test.run("vault", "rotate-keys") == .integrity)
    #expect(test.run("vault", "status") == .integrity)
  }

  @Test func aVaultThatWasTakenAwayIsAFault() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    for name in ["vault.json", "audit"] {
      try FileManager.default.removeItem(at: test.folder.appending(path: "flyconf/\(name)"))
    }
    #expect(test.run("vault", "verify") == .integrity)
    #expect(test.run("init", "--name", "mallory") == .integrity)
  }

  @Test func aProjectWithoutAVaultCannotBeVerified() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault("--no-vault")
    for command in ["verify", "status", "rotate-keys"] {
      #expect(test.run("vault", command) == .couldNotRun)
    }
    #expect(test.errors.text.contains("run `flyconf init`"))
  }

  @Test func newKeysSealEveryValueAnew() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(test.run("vault", "rotate-keys") == .fine)
    #expect(test.output.text.hasSuffix("nothing is sealed yet: there are no keys\n"))
    try test.seal("stripe", "sk_1")
    try test.seal("paypal", "pp_1", level: "admin")
    let before = try test.read("flyconf/credentials.json")
    let object = try test.object("vault", "rotate-keys", "--reason", "yearly")
    #expect(object["new_keys"] as? Int == 2)
    #expect(object["sealed_anew"] as? Int == 2)
    #expect(try test.read("flyconf/credentials.json") != before)
    #expect(try test.reveal("stripe") == "sk_1")
    let last = try #require(try test.changes().last { try test.isRotation($0) })
    #expect(try test.read("flyconf/audit/\(last)").contains("\"reason\":\"yearly\""))
  }

  @Test func finishesOrDropsAnInterruptedChange() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    #expect(test.run("vault", "recover") == .fine)
    #expect(test.output.text.hasSuffix("there is nothing to recover\n"))
    #expect(test.run("vault", "recover", "--discard") == .fine)
    try test.interruptRotation()
    #expect(test.run("vault", "recover") == .fine)
    #expect(test.output.text.contains("an interrupted change has been finished: vault.json"))
    #expect(test.run("vault", "verify") == .fine)
    try test.interruptRotation()
    #expect(test.run("vault", "recover", "--discard") == .usage)
    #expect(test.run("vault", "recover", "--discard", answers: [""]) == .found)
    let dropped = try test.object("vault", "recover", "--discard", "--yes")
    #expect(dropped["recovered"] as? String == "dropped")
    #expect(test.run("vault", "verify") == .fine)
    #expect(try test.reveal("stripe") == "sk_1")
  }

  // MARK: An earlier revision

  @Test(.enabled(if: GitProgram.path != nil, "git is not installed"))
  func missesChangesThatAnotherRevisionHas() throws {
    let test = try TestContext()
    defer { test.remove() }
    func git(_ words: String...) throws { try GitProgram.run(words, in: test.folder) }
    try git("init", "-q", "-b", "main")
    test.foundVault()
    try test.seal("stripe", "sk_1")
    try git("add", "-A")
    try git("commit", "-q", "-m", "one")
    try git("checkout", "-q", "-b", "later")
    try test.seal("paypal", "pp_1")
    try git("add", "-A")
    try git("commit", "-q", "-m", "two")
    // A machine that remembers nothing.
    let state = test.home.appending(path: "elsewhere").path
    let environment = GitProgram.environment.merging(["XDG_STATE_HOME": state]) { $1 }
    func verify(_ words: String...) -> ExitCode {
      let context = test.context(environment: environment)
      return Flyconf.run(["vault", "verify"] + words, in: context)
    }
    #expect(verify("--base", "main") == .fine)
    #expect(verify("--base", "HEAD") == .fine)
    try git("checkout", "-q", "main")
    #expect(verify() == .fine)
    #expect(verify("--base", "later") == .integrity)
    #expect(test.errors.text.contains("stands in 'later' and is missing now"))
    #expect(verify("--base", "nowhere") == .couldNotRun)
  }

  @Test func comparesOnlyWithWhatGitKnows() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(test.run("vault", "verify", "--base", "HEAD") == .couldNotRun)
    #expect(test.errors.text.contains("the project is in no work tree of git"))
  }
}

extension TestContext {
  fileprivate func isRotation(_ change: String) throws -> Bool {
    try read("flyconf/audit/\(change)").contains("key_created")
      && read("flyconf/audit/\(change)").contains("resealed")
  }

  /// Begins new keys, and stops when the change has been decided and nothing was renamed yet.
  fileprivate func interruptRotation() throws {
    var files = FileSystem()
    files.fault = { call, path in call == .rename && path.hasSuffix("vault.json") ? EIO : nil }
    #expect(run("vault", "rotate-keys", files: files) == .couldNotRun)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/flyconf/flyconf.journal"))
  }
}
