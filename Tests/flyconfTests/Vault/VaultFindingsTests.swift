import Foundation
import Testing

@testable import flyconf

/// What `validate` and the overview say of a vault.
@Suite struct VaultFindingsTests {
  /// A project whose vault `anna` has just founded.
  private func project() throws -> TestContext {
    let test = try TestContext()
    test.foundVault()
    return test
  }

  private func tamper(_ test: TestContext) throws {
    let text = try test.read("flyconf/vault.json")
    try test.write(
      text.replacing("\"keep\": 3", with: "\"keep\": 4"), to: "flyconf/vault.json")
  }

  @Test func aSoundVaultHasOnlyItsWarnings() throws {
    let test = try project()
    defer { test.remove() }
    #expect(test.run("validate", "--format", "concise") == .fine)
    #expect(test.output.text.contains("flyconf/vault.json:1:1: warning[FC818]: the vault has one"))
  }

  @Test func aChangedVaultIsAnErrorWithACodeOfItsOwn() throws {
    let test = try project()
    defer { test.remove() }
    try tamper(test)
    #expect(test.run("validate") == .integrity)
    #expect(
      test.output.text.contains(
        """
        flyconf/vault.json:1:1: error[FC814]: the settings have been edited by hand in 'vault.json'
          = help: restore it from git: only commands write it, and sign what they do

        """))
  }

  @Test(arguments: ["error", "warning", "note", "none"])
  func noLevelMakesItHarmless(_ level: String) throws {
    let test = try project()
    defer { test.remove() }
    try tamper(test)
    #expect(test.run("validate", "--fail-on", level) == .integrity)
  }

  @Test func whatIsNotAskedForIsNotFound() throws {
    let test = try project()
    defer { test.remove() }
    try tamper(test)
    #expect(test.run("validate", "--ignore", "FC814", "--fail-on", "none") == .fine)
    #expect(test.run("validate", "--rule", "FC001") == .fine)
    #expect(test.run("validate", "--rule", "FC814") == .integrity)
  }

  @Test func aNamedFolderIsVerifiedToo() throws {
    let test = try project()
    defer { test.remove() }
    try tamper(test)
    #expect(test.run("validate", "flyconf") == .integrity)
  }

  @Test func theManifestIsCountedAmongTheFiles() throws {
    let test = try project()
    defer { test.remove() }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: test.folder.path + "/flyconf"
    ).filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }
    test.run("validate")
    #expect(test.errors.text.contains(" in \(files.count) files"))
  }

  @Test func theOverviewCountsWhatIsWrong() throws {
    let test = try project()
    defer { test.remove() }
    test.run()
    #expect(test.output.text.contains("0 errors,"))
    try tamper(test)
    test.run()
    #expect(test.output.text.contains("1 error,"))
  }
}
