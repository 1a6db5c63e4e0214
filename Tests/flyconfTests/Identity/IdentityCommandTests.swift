import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct IdentityCommandTests {
  private static let passphrase = IdentitySample.passphrase

  @Test func makesAFileThatOnlyItsOwnerCanRead() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("identity", "new") == .fine)
    #expect(try test.mode(of: test.ordinaryIdentity) == 0o600)
    let folder = Path.parent(of: test.ordinaryIdentity)
    #expect(try test.mode(of: folder) == 0o700)
    #expect(try test.mode(of: Path.parent(of: folder)) == 0o700)
    let text = try String(contentsOfFile: test.ordinaryIdentity, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").last)
    #expect(line.hasPrefix("FLYCONF-IDENTITY-1-"))
    #expect(!test.screen.text.contains(line.suffix(20)))
    #expect(test.run("identity", "show") == .fine)
  }

  @Test func makesTheFileThatTheEnvironmentNames() throws {
    let test = try TestContext()
    defer { test.remove() }
    let environment = ["FLYCONF_IDENTITY_FILE": "mine"]
    #expect(test.run("identity", "new", environment: environment) == .fine)
    #expect(test.output.text.hasPrefix("made mine\n"))
    #expect(test.run("identity", "show", environment: environment) == .fine)
    #expect(!FileManager.default.fileExists(atPath: test.ordinaryIdentity))
  }

  @Test func showsTheIdentityOfTheFileThatIsNamed() throws {
    let test = try TestContext()
    defer { test.remove() }
    let sample = try IdentitySample.plain()
    try test.write(sample.line, to: "key", mode: 0o600)
    #expect(test.run("identity", "show", "key") == .fine)
    #expect(test.output.text.contains(sample.fingerprint))
    #expect(test.run("identity", "show", "key", "--identity", "key") == .usage)
    #expect(test.run("identity", "show", "absent") == .noKey)
  }

  @Test func neverOverwritesWhatIsThere() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("", to: "empty", mode: 0o600)
    let link = test.folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    for name in ["empty", "link", "."] {
      #expect(test.run("identity", "new", name) == .couldNotRun)
      #expect(test.errors.text.contains("'\(name)' is there already"))
    }
    #expect(try test.read("empty") == "")
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(path: "target").path))
  }

  @Test func leavesNothingWhereTheDiskIsFull() throws {
    let test = try TestContext()
    defer { test.remove() }
    for call in [FileSystem.Call.create, .write, .sync, .syncFolder] {
      var files = FileSystem()
      files.fault = { $0 == call && $1.contains("key") ? ENOSPC : nil }
      if call == .syncFolder { files.fault = { made, _ in made == call ? ENOSPC : nil } }
      #expect(test.run("identity", "new", "key", files: files) == .couldNotRun)
      #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.path) == [])
    }
  }

  @Test func saysInMachineFormatWhatItDid() throws {
    let test = try TestContext()
    defer { test.remove() }
    let descriptors = [Int32(3): Self.passphrase]
    for (words, kind) in [
      (["new", "key"], "plain"), (["lock", "key", "--passphrase-fd=3"], "locked"),
      (["show", "--identity=key", "--passphrase-fd=3"], "locked"),
      (["unlock", "key", "--passphrase-fd=3"], "plain"),
    ] {
      let before = test.output.text.utf8.count
      let context = test.context(descriptors: descriptors)
      #expect(Flyconf.run(["identity"] + words + ["--format", "json"], in: context) == .fine)
      let text = Data(test.output.text.utf8.dropFirst(before))
      let object = try JSONSerialization.jsonObject(with: text) as? [String: String]
      #expect(object?["format"] == "flyconf.identity-\(words[0])/1")
      #expect(object?["kind"] == kind)
      #expect(object?["file"] == "key")
      #expect(object?["encryption_key"]?.count == 64)
      #expect(object?["signing_key"]?.count == 64)
      #expect(object?["fingerprint"]?.count == 24)
    }
    #expect(test.errors.text == "")
  }

  // MARK: Locking

  @Test func locksAndUnlocksInPlace() throws {
    let test = try TestContext()
    defer { test.remove() }
    let sample = try IdentitySample.plain()
    let text = "# mine\n\(sample.line)\n\n# the end\n"
    try test.write(text, to: "key", mode: 0o400)
    let answers = [Self.passphrase, Self.passphrase]
    #expect(test.run("identity", "lock", "key", answers: answers) == .fine)
    let locked = try test.read("key")
    #expect(locked.hasPrefix("# mine\nFLYCONF-LOCKED-IDENTITY-1-"))
    #expect(locked.hasSuffix("\n\n# the end\n"))
    #expect(!locked.contains(sample.line.suffix(40)))
    #expect(try test.mode(of: test.folder.appending(path: "key").path) == 0o400)
    #expect(test.output.text.contains(sample.fingerprint))
    #expect(test.run("identity", "unlock", "key", answers: [Self.passphrase]) == .fine)
    #expect(try test.read("key") == text)
  }

  @Test func aLockedOneIsMadeLocked() throws {
    let test = try TestContext()
    defer { test.remove() }
    let answers = [Self.passphrase, Self.passphrase]
    #expect(test.run("identity", "new", "--locked", answers: answers) == .fine)
    let text = try String(contentsOfFile: test.ordinaryIdentity, encoding: .utf8)
    #expect(text.contains("\nFLYCONF-LOCKED-IDENTITY-1-"))
    #expect(!text.contains("\nFLYCONF-IDENTITY-1-"))
    #expect(test.run("identity", "show", answers: [Self.passphrase]) == .fine)
  }

  @Test func passphraseAndSecretAppearNowhere() throws {
    let test = try TestContext()
    defer { test.remove() }
    let sample = try IdentitySample.plain()
    try test.write(sample.line, to: "key", mode: 0o600)
    let wrong = "another passphrase of words"
    let asked = [Self.passphrase, Self.passphrase]
    test.run("identity", "lock", "key", answers: asked)
    let locked = try test.everything()
    #expect(!locked.contains(sample.line.suffix(44)))
    test.run("identity", "show", "--identity", "key", answers: [wrong, wrong, wrong])
    test.run("identity", "show", "--identity", "key", descriptors: [3: Self.passphrase])
    test.run("identity", "unlock", "key", "--passphrase-fd", wrong)
    let variable = ["FLYCONF_PASSPHRASE_FD": wrong]
    #expect(test.run("identity", "unlock", "key", environment: variable) == .usage)
    test.run(
      "identity", "unlock", "key", "--passphrase-fd", "3", descriptors: [3: wrong])
    test.run("identity", "lock", "key", answers: [wrong, Self.passphrase])
    let everything = try test.everything()
    #expect(everything.contains("does not open the identity"))
    #expect(!everything.contains(Self.passphrase))
    #expect(!everything.contains(wrong))
  }

  @Test func aFailureLeavesTheFileAsItWas() throws {
    let test = try TestContext()
    defer { test.remove() }
    let text = try IdentitySample.plain().line
    try test.write(text, to: "key", mode: 0o600)
    for call in [FileSystem.Call.create, .write, .sync, .rename] {
      var files = FileSystem()
      files.fault = { $0 == call && $1.hasSuffix("/key") ? ENOSPC : nil }
      let answers = [Self.passphrase, Self.passphrase]
      #expect(
        test.run("identity", "lock", "key", answers: answers, files: files) == .couldNotRun)
      #expect(try test.read("key") == text)
      #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.path) == ["key"])
    }
  }

  @Test func refusesToLockOrUnlockTwice() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "plain", mode: 0o600)
    try test.write(IdentitySample.locked().line, to: "locked", mode: 0o600)
    try test.write(IdentitySample.demo, to: "demo", mode: 0o644)
    for (command, name, message) in [
      ("lock", "locked", "'locked' is locked already"), ("unlock", "plain", "is not locked"),
      ("lock", "demo", "is a demo identity"), ("unlock", "demo", "is not locked"),
    ] {
      #expect(test.run("identity", command, name, answers: []) == .couldNotRun)
      #expect(test.errors.text.contains(message))
    }
  }

  @Test(arguments: ["lock", "unlock"])
  func refusesAFileThatIsAbsentOrOpenToOthers(_ command: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "open", mode: 0o644)
    #expect(test.run("identity", command, "open", answers: []) == .noKey)
    #expect(test.errors.text.contains("'open' has mode 0644, expected 0600 or stricter"))
    #expect(test.run("identity", command, answers: []) == .noKey)
    #expect(test.errors.text.contains("'\(test.ordinaryIdentity)' does not exist"))
  }
}
