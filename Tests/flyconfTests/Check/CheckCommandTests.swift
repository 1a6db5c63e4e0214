import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// The steps of `flyconf check`, its options, and what becomes of a run.
@Suite(.serialized) struct CheckCommandTests {
  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try body(repository)
  }

  private static func run(
    _ repository: CheckedRepository, _ words: [String], adding: [String: String] = [:]
  ) -> (code: ExitCode, output: String, errors: String) {
    let (output, errors) = (repository.test.output.text.count, repository.test.errors.text.count)
    let context = repository.test.context(
      environment: repository.environment.merging(adding) { $1 })
    let code = Flyconf.run(words, in: context)
    return (
      code, String(repository.test.output.text.dropFirst(output)),
      String(repository.test.errors.text.dropFirst(errors))
    )
  }

  @Test(arguments: ["--staged", "--repository"])
  func whatNeedsGitIsNotLookedForWithoutIt(_ option: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("check", "--no-git", option) == .usage)
    #expect(test.errors.text.contains("--no-git leaves git out"))
  }

  @Test func everyRuleIsReportedByOneStep() {
    for rule in Rule.all {
      let steps = CheckStep.all.filter { $0.reports(rule) }
      #expect(!steps.isEmpty && CheckStep.reporting(rule)?.name == steps.first?.name)
    }
    #expect(
      CheckStep.all.map(\.name) == [
        "project", "render", "vault", "variables", "rotation", "certificate", "leaks", "files",
      ])
  }

  @Test func everyStepCanBeLeftOut() throws {
    try withRepository { repository in
      try repository.test.write(CheckedRepository.token, to: "a.txt")
      try repository.git("add", "a.txt")
      #expect(repository.check("--skip", "leaks").code == .fine)
      let words = CheckStep.all.flatMap { ["--skip", $0.name] }
      let all = Self.run(repository, ["check"] + words)
      #expect(all.code == .fine)
      #expect(all.output.split(separator: "\n").filter { $0.contains("skipped") }.count == 8)
      let unknown = Self.run(repository, ["check", "--skip", "leak"])
      #expect(unknown.code == .usage)
      #expect(unknown.errors.contains("leaks"))
    }
  }

  @Test func whatFailsToLookIsSaid() throws {
    try withRepository { repository in
      try FileManager.default.removeItem(atPath: repository.test.folder.path + "/.git")
      let found = Self.run(repository, ["check"])
      #expect(found.code == .couldNotRun)
      #expect(found.output.contains("leaks        failed"), "\(found.output)")
      #expect(found.output.contains("not deployable to production"))
      #expect(found.output.contains("--no-git"))
      #expect(Self.run(repository, ["check", "--no-git"]).code == .fine)
      let json = Self.run(repository, ["check", "--format", "json"])
      #expect(json.output.contains(#""result": "failed""#))
      #expect(json.errors.contains("error: leaks: "))
      let sarif = Self.run(repository, ["check", "--format", "sarif"])
      #expect(sarif.output.contains(#""executionSuccessful": false"#))
    }
  }

  @Test func aVaultThatWasTamperedWithIsExitCode5() throws {
    try withRepository { repository in
      let text = try repository.test.read("flyconf/vault.json")
      try repository.test.write(
        text.replacing("\"keep\": 3", with: "\"keep\": 4"), to: "flyconf/vault.json")
      let found = repository.check("--fail-on", "none")
      #expect(found.code == .integrity)
      #expect(found.codes.contains("FC814"))
      #expect(repository.check("--skip", "vault").code == .fine)
    }
  }

  @Test func aChangeThatTheBaseHasAndTheFolderNotIsFound() throws {
    try withRepository { repository in
      try repository.git("branch", "before")
      try repository.project.set("late", "re_late")
      try repository.commit()
      try repository.git("branch", "after")
      try repository.git("reset", "--quiet", "--hard", "before")
      let elsewhere = ["XDG_STATE_HOME": repository.test.home.appending(path: "new").path]
      #expect(repository.check(adding: elsewhere).code == .fine)
      let found = repository.check("--base", "after", adding: elsewhere)
      #expect(found.code == .integrity)
      #expect(found.codes.contains("FC807"))
      #expect(repository.check(adding: elsewhere).code == .fine)
    }
  }

  @Test func aVaultThatTheBaseHasAndTheFolderNotIsFound() throws {
    try withRepository { repository in
      try repository.git("branch", "before")
      try repository.git("rm", "--quiet", "-r", "flyconf/vault.json", "flyconf/audit")
      try repository.git("rm", "--quiet", "flyconf/credentials.json")
      try repository.commit()
      let elsewhere = [
        "XDG_STATE_HOME": repository.test.home.appending(path: "new").path, "FLYCONF_TRUST": "",
      ]
      #expect(repository.check(adding: elsewhere).code == .fine)
      let found = repository.check("--base", "before", adding: elsewhere)
      #expect(found.code == .integrity)
      #expect(found.codes.contains("FC817"), "\(found.codes)")
      let unknown = repository.check("--base", "nowhere", adding: elsewhere)
      #expect(unknown.code == .couldNotRun)
    }
  }

  @Test func onlyTheEnvironmentsThatAreBlockedAreNamed() throws {
    try withRepository { repository in
      try repository.test.write("primary_region = 'fra'\n", to: "fly.staging.toml")
      let found = Self.run(repository, ["check"])
      #expect(found.code == .found)
      let last = found.output.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("not deployable to staging: "), "\(last)")
      #expect(last.hasSuffix("; deployable to production"), "\(last)")
      #expect(Self.run(repository, ["check", "--env", "production"]).code == .fine)
    }
  }

  @Test(arguments: ["json", "jsonl", "sarif", "github", "gitlab", "junit", "concise"])
  func everyFormatHoldsTheFindingsAndNothingSecret(format: String) throws {
    try withRepository { repository in
      try repository.test.write("key = '\(CheckedRepository.token)'\n", to: "a b.py")
      try repository.git("add", "--all")
      let found = Self.run(repository, ["check", "--format", format])
      #expect(found.code == .found)
      #expect(found.output.contains("FC830"))
      #expect(!(found.output + found.errors).contains(CheckedRepository.token.dropFirst(5)))
    }
  }

  @Test func aFolderWithOnlyAFlyTomlIsLookedAt() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("app = 'harbour'\nprimary_region = 'fra'\n", to: "fly.toml")
    #expect(test.run("check", "--no-git") == .fine)
    #expect(test.output.text.contains("project      skipped  no project"), "\(test.output.text)")
    #expect(test.output.text.contains("deployable to production"))
    try test.write("app = 'harbour'\nprimary_region = 3\n", to: "shop/fly.toml")
    #expect(test.run("check", "--no-git", "-C", "shop") == .found)
  }

  @Test func aFolderWithNothingIsAFailure() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("check") == .couldNotRun)
    #expect(test.errors.text.contains("flyconf init"))
  }

  @Test func anEmptyRepositoryAndAWorkTreeInsideAnotherAreLookedAt() throws {
    try withRepository { repository in
      try FileManager.default.removeItem(atPath: repository.test.folder.path + "/.git")
      try repository.git("init", "--quiet")
      #expect(repository.check().code == .fine)
      try repository.test.write(CheckedRepository.token, to: "a.txt")
      try repository.git("add", "--all")
      #expect(repository.check("--staged").codes.contains("FC830"))
    }
  }

  @Test func aBaselineTakesWhatWasThere() throws {
    try withRepository { repository in
      try repository.test.write("x\nkey = '\(CheckedRepository.token)'\n", to: "a.py")
      try repository.commit()
      #expect(repository.check("--write-baseline", "known.json").code == .fine)
      #expect(repository.check("--baseline", "known.json").code == .fine)
      try repository.test.write(CheckedRepository.token, to: "b.py")
      try repository.git("add", "b.py")
      #expect(repository.check("--baseline", "known.json").code == .found)
    }
  }
}
