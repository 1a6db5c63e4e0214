import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct JoinVaultTests {
  /// Where someone else on another machine has their identity.
  private static func elsewhere(_ test: TestContext) -> [String: String] {
    ["XDG_CONFIG_HOME": test.home.appending(path: "elsewhere").path]
  }

  @Test func makesAnIdentityAndPrintsOneLine() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let before = test.output.text.utf8.count
    let environment = Self.elsewhere(test)
    #expect(test.run("vault", "join", "bob", environment: environment) == .fine)
    let line = String(decoding: test.output.text.utf8.dropFirst(before), as: UTF8.self)
    let request = try JoinRequest(String(line.dropLast()))
    #expect(line.hasSuffix("\n"))
    #expect(request.name.text == "bob")
    #expect(test.errors.text.contains("made an identity in"))
    #expect(test.errors.text.contains("flyconf vault members add bob REQUEST --grant"))
    #expect(test.errors.text.contains(request.keys.fingerprint))
    let path = test.home.appending(path: "elsewhere/flyconf/identity").path
    #expect(try test.mode(of: path) == 0o600)
    #expect(test.run("vault", "join", "bob", environment: environment) == .fine)
    #expect(test.errors.text.components(separatedBy: "made an identity in").count == 2)
  }

  @Test func saysForProgramsWhatItMade() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(test.run("identity", "new", "bob.identity") == .fine)
    let object = try test.object("vault", "join", "bob", "--identity", "bob.identity")
    #expect(object["format"] as? String == "flyconf.vault-join/1")
    #expect(object["fingerprint"] as? String == test.fingerprint("bob"))
    #expect(object["identity"] as? String == "bob.identity")
    #expect(object["identity_made"] as? Bool == false)
    let request = try JoinRequest(object["request"] as? String ?? "")
    #expect(request.vault.hex == object["vault"] as? String)
  }

  @Test func refusesANameThatIsTakenOrNoName() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let environment = Self.elsewhere(test)
    #expect(test.run("vault", "join", "anna", environment: environment) == .usage)
    #expect(test.errors.text.contains("flyconf vault join anna --replace"))
    #expect(test.run("vault", "join", "Bob B", environment: environment) == .usage)
    #expect(test.errors.text.contains("help: write 'bob-b'"))
    #expect(test.run("vault", "join", "bob", "--replace", environment: environment) == .usage)
    #expect(!FileManager.default.fileExists(atPath: test.home.appending(path: "elsewhere").path))
  }

  @Test func refusesTheIdentityOfAMember() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(test.run("vault", "join", "bob") == .usage)
    #expect(test.errors.text.contains("this identity is that of 'anna' already"))
  }

  @Test func refusesAnIdentityThatEveryoneHas() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let demo = ["FLYCONF_IDENTITY": IdentitySample.demo]
    #expect(test.run("vault", "join", "bob", environment: demo) == .noKey)
    #expect(test.errors.text.contains("this vault is no demo"))
  }

  @Test func needsAVaultThatVerifies() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let manifest = try test.read("flyconf/vault.json")
    try test.write(manifest.replacing("\"anna\"", with: "\"eve\""), to: "flyconf/vault.json")
    #expect(test.run("vault", "join", "bob", environment: Self.elsewhere(test)) == .integrity)
    #expect(!FileManager.default.fileExists(atPath: test.home.appending(path: "elsewhere").path))
  }
}
