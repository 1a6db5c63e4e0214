import DeployModel
import Foundation
import Testing

@testable import flyconf

/// A project with a vault in a repository of its own, which `flyconf check` finds nothing wrong
/// with.
struct CheckedRepository {
  let project: CommandProject
  let vault: String

  var test: TestContext { project.test }

  /// A token that opens nothing, in two pieces so that no scanner stops at this file.
  static let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"

  init() throws {
    project = try CommandProject()
    let status = try project.run("vault", "status", "--format", "json")
    vault = try String(#require(status.firstMatch(of: /"vault": "([0-9a-f]{64})"/)).1)
    for name in ["fly.toml"] { try project.run("render", name, "--yes") }
    try git("init", "--quiet", "--initial-branch", "main")
    try commit()
  }

  func remove() { project.remove() }

  func git(_ words: String...) throws { try GitProgram.run(words, in: test.folder) }

  func commit() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", "x")
  }

  /// What every run sees: the programs of the system, and the vault that is the right one.
  var environment: [String: String] {
    GitProgram.environment.merging(["FLYCONF_TRUST": vault]) { $1 }
  }

  /// Runs `flyconf check` and returns its exit code and the codes that it finds.
  func check(
    _ words: String..., adding variables: [String: String] = [:], daysLater: Int64 = 0
  ) -> (code: ExitCode, codes: [String]) {
    let before = test.output.text.count
    let context = test.context(
      environment: environment.merging(variables) { $1 }, daysLater: daysLater)
    let code = Flyconf.run(["check", "--format", "concise", "--quiet"] + words, in: context)
    let output = test.output.text.dropFirst(before)
    return (code, output.matches(of: /\[(FC\d{3})\]/).map { String($0.1) })
  }
}
