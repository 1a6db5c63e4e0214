import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct PassphraseTests {
  private static let passphrase = IdentitySample.passphrase

  @Test(arguments: [
    ("", "the passphrase is empty"),
    ("eleven char", "the passphrase is shorter than 12 characters"),
    ("äöüäöüäöüäö", "the passphrase is shorter than 12 characters"),
  ])
  func refusesAWeakPassphraseForANewLock(_ passphrase: String, _ message: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    let before = try test.read("key")
    #expect(test.run("identity", "lock", "key", answers: [passphrase, passphrase]) == .noKey)
    #expect(test.errors.text.contains("error: \(message)\n"))
    let descriptors = [Int32(3): passphrase + "\n"]
    #expect(
      test.run("identity", "lock", "key", "--passphrase-fd=3", descriptors: descriptors) == .noKey)
    #expect(try test.read("key") == before)
  }

  @Test func takesTwelveCharacters() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    let answers = ["äöüäöüäöüäöü", "äöüäöüäöüäöü"]
    #expect(test.run("identity", "lock", "key", answers: answers) == .fine)
  }

  @Test func asksTwiceForANewOne() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    let answers = [Self.passphrase, Self.passphrase + "!"]
    #expect(test.run("identity", "lock", "key", answers: answers) == .noKey)
    #expect(
      test.errors.text.hasPrefix(
        "new passphrase: the same again: error: the two passphrases are not the same\n"))
    #expect(test.run("identity", "new", "other", "--locked", answers: answers) == .noKey)
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(path: "other").path))
  }

  @Test func lessThanThreeMistakesAreForgiven() throws {
    let test = try TestContext()
    defer { test.remove() }
    let sample = try IdentitySample.locked()
    try test.write(sample.line, to: "key", mode: 0o600)
    let show = { (answers: [String]) in
      test.run("identity", "show", "--identity", "key", answers: answers)
    }
    #expect(show(["a", "b", Self.passphrase]) == .fine)
    #expect(test.output.text.contains(sample.fingerprint))
    let before = test.errors.text.count
    #expect(show(["a", "b", "c", Self.passphrase]) == .noKey)
    #expect(
      test.errors.text.dropFirst(before).contains(
        "error: the passphrase does not open the identity\n"))
  }

  @Test func saysThatInputHasEnded() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    #expect(test.run("identity", "show", "--identity", "key", answers: []) == .couldNotRun)
    #expect(test.errors.text.contains("no answer was given: the input has ended"))
  }

  @Test func asksNobodyWhereNobodyIs() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    #expect(test.run("identity", "show", "--identity", "key") == .noKey)
    let answers = [Self.passphrase]
    #expect(
      test.run("identity", "show", "--identity", "key", "--no-input", answers: answers) == .noKey)
    #expect(test.run("identity", "new", "--locked") == .noKey)
    #expect(!test.errors.text.contains("passphrase of"))
    #expect(test.errors.text.contains("help: name the file descriptor to read it from"))
    #expect(!FileManager.default.fileExists(atPath: test.ordinaryIdentity))
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func readsADescriptorAndDropsTheLineEnd(_ end: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    let descriptors = [Int32(7): Self.passphrase + end]
    let show = ["identity", "show", "--identity", "key"]
    let byFlag = test.context(descriptors: descriptors)
    #expect(Flyconf.run(show + ["--passphrase-fd", "7"], in: byFlag) == .fine)
    let byVariable = test.context(
      environment: ["FLYCONF_PASSPHRASE_FD": "7"], descriptors: descriptors)
    #expect(Flyconf.run(show, in: byVariable) == .fine)
    let both = test.context(
      environment: ["FLYCONF_PASSPHRASE_FD": "9"], descriptors: descriptors)
    #expect(Flyconf.run(show + ["--passphrase-fd", "7"], in: both) == .fine)
  }

  @Test(arguments: [" ", "\n\n", " \n"])
  func whiteSpaceOfThePassphraseCounts(_ end: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    let context = test.context(descriptors: [7: Self.passphrase + end])
    #expect(
      Flyconf.run(["identity", "show", "--identity", "key", "--passphrase-fd=7"], in: context)
        == .noKey)
  }

  @Test(arguments: ["hunter2", "-1", "", "99999999999", "3 ", "0x3"])
  func refusesADescriptorThatIsNoNumberWithoutQuotingIt(_ word: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    let show = ["identity", "show", "--identity", "key"]
    #expect(Flyconf.run(show + ["--passphrase-fd=\(word)"], in: test.context()) == .usage)
    if !word.isEmpty {
      let context = test.context(environment: ["FLYCONF_PASSPHRASE_FD": word])
      #expect(Flyconf.run(show, in: context) == .usage)
    }
    #expect(!test.errors.text.contains("hunter2"))
  }

  @Test func isNotNeededWhereNothingIsLocked() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    let variable = ["FLYCONF_PASSPHRASE_FD": "no number"]
    #expect(test.run("identity", "show", "--identity", "key", environment: variable) == .fine)
    #expect(
      test.run("identity", "show", "--identity", "key", "--passphrase-fd", "99", answers: [])
        == .fine)
    #expect(test.errors.text == "")
  }
}
