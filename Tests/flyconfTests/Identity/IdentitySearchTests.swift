import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct IdentitySearchTests {
  private static let nowhere = "no identity that can be used: "

  @Test func takesTheFirstPlaceThatHoldsOne() throws {
    let test = try TestContext()
    defer { test.remove() }
    let (option, file, text, ordinary) = (
      try IdentitySample.plain(), try IdentitySample.plain(), try IdentitySample.plain(),
      try IdentitySample.plain()
    )
    try test.write(option.line, to: "option", mode: 0o600)
    try test.write(file.line, to: "file", mode: 0o600)
    try test.write(ordinary.line, to: test.ordinaryIdentity, mode: 0o600)
    let both = ["FLYCONF_IDENTITY_FILE": "file", "FLYCONF_IDENTITY": text.line + "\n"]
    let fileless = ["FLYCONF_IDENTITY_FILE": "", "FLYCONF_IDENTITY": text.line]
    test.run("identity", "show", "--identity", "option", environment: both)
    #expect(Self.last(test) == option.fingerprint)
    test.run("identity", "show", environment: both)
    #expect(Self.last(test) == file.fingerprint)
    test.run("identity", "show", environment: fileless)
    #expect(Self.last(test) == text.fingerprint)
    test.run("identity", "show", environment: ["FLYCONF_IDENTITY": ""])
    #expect(Self.last(test) == ordinary.fingerprint)
  }

  @Test func aPlaceThatIsNamedIsMeant() throws {
    let test = try TestContext()
    defer { test.remove() }
    let text = try IdentitySample.plain()
    try test.write(text.line, to: test.ordinaryIdentity, mode: 0o600)
    for (words, environment) in [
      (["--identity", "absent"], [:]),
      ([], ["FLYCONF_IDENTITY_FILE": "absent", "FLYCONF_IDENTITY": text.line]),
    ] {
      let before = test.errors.text
      let code = Flyconf.run(
        ["identity", "show"] + words, in: test.context(environment: environment))
      #expect(code == .noKey)
      #expect(test.errors.text.dropFirst(before.count).contains("does not exist"))
    }
    let damaged = ["FLYCONF_IDENTITY": "hunter2"]
    #expect(test.run("identity", "show", environment: damaged) == .noKey)
    #expect(test.output.text == "")
  }

  @Test func anErrorListsEveryPlaceTried() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("identity", "show") == .noKey)
    #expect(
      test.errors.text.hasPrefix(
        "error: \(Self.nowhere)--identity is not given, FLYCONF_IDENTITY_FILE is not set, "
          + "FLYCONF_IDENTITY is not set, '\(test.ordinaryIdentity)' does not exist\nhelp: "))
  }

  @Test func findsTheFileInTheHomeFolder() throws {
    let test = try TestContext()
    defer { test.remove() }
    let text = try IdentitySample.plain()
    try test.write(text.line, to: test.ordinaryIdentity, mode: 0o600)
    // A relative path is no folder for configuration.
    for folder in ["", "relative"] {
      test.run(
        "identity", "show",
        environment: ["HOME": test.home.path, "XDG_CONFIG_HOME": folder])
      #expect(Self.last(test) == text.fingerprint)
    }
    #expect(test.run("identity", "show", environment: ["XDG_CONFIG_HOME": ""]) == .noKey)
    #expect(
      test.errors.text.contains("neither XDG_CONFIG_HOME nor HOME is set to an absolute path"))
  }

  @Test(arguments: [0o600, 0o400])
  func acceptsAFileThatNobodyElseCanRead(_ mode: Int) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: mode)
    #expect(test.run("identity", "show", "--identity", "key") == .fine)
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o602, 0o601, 0o700, 0o4600])
  func refusesAFileThatIsOpenToOthers(_ mode: Int) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "my key", mode: mode)
    #expect(test.run("identity", "show", "--identity", "my key") == .noKey)
    let digits = (mode < 0o1000 ? "0" : "") + String(mode, radix: 8)
    #expect(
      test.errors.text.hasPrefix(
        "error: \(Self.nowhere)'my key' (--identity) has mode \(digits), expected 0600 or stricter\n"
          + "help: run `chmod 600 'my key'`"))
  }

  @Test func refusesAFileOfAnotherUser() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    var context = test.context()
    context.user += 1
    #expect(Flyconf.run(["identity", "show", "--identity", "key"], in: context) == .noKey)
    #expect(test.errors.text.contains("'key' (--identity) belongs to another user, number "))
  }

  @Test func refusesWhatIsNoFileOfItsOwn() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    try test.write("", to: "folder/x", mode: 0o600)
    let link = test.folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "key")
    mkfifo(test.folder.appending(path: "pipe").path, 0o600)
    for (name, message) in [
      ("link", "cannot be read: it is a symbolic link"),
      ("folder", "cannot be read: it is a folder"),
      ("pipe", "cannot be read: it is not a regular file"),
    ] {
      #expect(test.run("identity", "show", "--identity", name) == .noKey)
      #expect(test.errors.text.contains("'\(name)' (--identity) \(message)"))
    }
  }

  @Test func saysThatAFileCannotBeRead() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.plain().line, to: "key", mode: 0o600)
    var files = FileSystem()
    files.fault = { call, path in call == .open && path.hasSuffix("/key") ? EACCES : nil }
    #expect(test.run("identity", "show", "--identity", "key", files: files) == .noKey)
    #expect(test.errors.text.contains("'key' (--identity) cannot be read: permission denied"))
  }

  @Test(arguments: [
    ("hunter2", "line 1 is neither an identity nor a comment"),
    ("", "no identity stands there"),
    ("LINE\nLINE", "line 2 holds a second identity"),
    ("CUT", "something is missing"),
    ("WRONG", "has a typing mistake"),
    ("FLYCONF-IDENTITY-2-hunter2", "has a form that this version of flyconf does not know"),
  ])
  func refusesADamagedFileWithoutQuotingIt(_ text: String, _ message: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    let line = try IdentitySample.plain().line
    // The last of 48 digits that stand for 36 bytes can be any of 64.
    let wrong = line.dropLast() + (line.hasSuffix("A") ? "B" : "A")
    let text = text.replacing("LINE", with: line).replacing("CUT", with: line.dropLast(3))
      .replacing("WRONG", with: wrong)
    try test.write(text, to: "key", mode: 0o600)
    #expect(test.run("identity", "show", "--identity", "key") == .noKey)
    #expect(test.run("identity", "show", environment: ["FLYCONF_IDENTITY": text + " "]) == .noKey)
    #expect(test.errors.text.contains("'key' (--identity) is damaged: "))
    #expect(test.errors.text.contains(message))
    #expect(!test.errors.text.contains("hunter2"))
    #expect(!test.errors.text.contains(line.suffix(8)))
  }

  @Test func acceptsADemoIdentityWhoeverCanReadIt() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.demo, to: "demo", mode: 0o644)
    var context = test.context()
    context.user += 1
    #expect(Flyconf.run(["identity", "show", "--identity", "demo"], in: context) == .fine)
    #expect(test.output.text.contains("kind            demo"))
    let options = IdentityOptions(file: "demo", passphrase: PassphraseOption())
    #expect(try context.identity(options).isDemo)
  }

  @Test func refusesADemoIdentityInTheOrdinaryPlace() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.demo, to: test.ordinaryIdentity, mode: 0o600)
    #expect(test.run("identity", "show") == .noKey)
    #expect(
      test.errors.text.contains(
        "'\(test.ordinaryIdentity)' is a demo identity, which everyone has\n"))
  }

  @Test func findsNothingWhereNothingIsNeeded() throws {
    let test = try TestContext()
    defer { test.remove() }
    let none = IdentityOptions(passphrase: PassphraseOption())
    #expect(try test.context().identityIfAny(none) == nil)
    try test.write("hunter2", to: test.ordinaryIdentity, mode: 0o600)
    #expect(throws: Failure.self) { try test.context().identityIfAny(none) }
    let sample = try IdentitySample.plain()
    try test.write(sample.line, to: test.ordinaryIdentity, mode: 0o600)
    let found = try test.context().identityIfAny(none)
    #expect(found?.identity.publicKeys.fingerprint == sample.fingerprint)
    #expect(found?.isDemo == false)
  }

  /// The fingerprint printed last.
  private static func last(_ test: TestContext) -> String? {
    test.output.text.split(separator: "\n").last { $0.hasPrefix("fingerprint") }?
      .split(separator: " ").last.map(String.init)
  }
}
