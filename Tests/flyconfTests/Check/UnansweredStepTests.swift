import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// What reports say of steps that could not look, and of bases and objects that git does not have.
@Suite(.serialized) struct UnansweredStepTests {
  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try body(repository)
  }

  private func run(
    _ repository: CheckedRepository, _ words: String..., adding variables: [String: String] = [:]
  ) -> (code: ExitCode, output: String, errors: String) {
    let (output, errors) = (repository.test.output.text, repository.test.errors.text)
    let context = repository.test.context(
      environment: repository.environment.merging(variables) { $1 })
    let code = Flyconf.run(["check"] + words, in: context)
    return (
      code, String(repository.test.output.text.dropFirst(output.count)),
      String(repository.test.errors.text.dropFirst(errors.count))
    )
  }

  private func withoutGit(_ body: (CheckedRepository) throws -> Void) throws {
    try withRepository { repository in
      try FileManager.default.removeItem(atPath: repository.test.folder.path + "/.git")
      try body(repository)
    }
  }

  @Test func junitHasAnErrorForEachAndDoesNotCallTheirRulesPassed() throws {
    try withoutGit { repository in
      #expect(run(repository, "--report", "junit=n.xml").code == .couldNotRun)
      let junit = try repository.test.read("n.xml")
      #expect(junit.contains("errors=\"2\""))
      #expect(junit.matches(of: /<error type="(leaks|files)" message="the step/).count == 2)
      #expect(junit.contains("testcase name=\"step leaks\""))
      #expect(junit.contains("--no-git"))
      for code in ["FC830", "FC831", "FC832", "FC833", "FC841", "FC842"] {
        #expect(!junit.contains("name=\"\(code) "), "\(code)")
      }
      #expect(junit.contains("name=\"FC101 "))
      #expect(run(repository, "--no-git", "--report", "junit=n.xml").code == .fine)
      let sound = try repository.test.read("n.xml")
      #expect(sound.contains("name=\"FC830 ") && !sound.contains("errors=\"2\""))
      // The step that was left out has not looked either.
      #expect(!sound.contains("name=\"FC842 "))
    }
  }

  @Test func gitHubIsToldOfEachStepAndTheReason() throws {
    try withoutGit { repository in
      let summary = repository.test.folder.appending(path: "summary.md").path
      let runner = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary]
      let found = run(repository, "--report", "github=n.gh", adding: runner)
      for text in [try repository.test.read("n.gh"), found.errors] {
        #expect(
          text.contains(
            "::error title=flyconf (leaks)::the step 'leaks' could not look: "), "\(text)")
        #expect(text.contains("is in no work tree of git%0Ahelp: --no-git"))
        #expect(text.contains("::error title=flyconf (files)::"))
      }
      let page = try repository.test.read("summary.md")
      #expect(page.hasPrefix("### flyconf: 'leaks' could not look, 'files' could not look, "))
      #expect(page.contains("| error | leaks |  | the step 'leaks' could not look: "))
    }
  }

  @Test func gitLabHasAnIssueForEach() throws {
    try withoutGit { repository in
      _ = run(repository, "--report", "gitlab=n.gl")
      var found: [Diagnostic] = []
      let text = try repository.test.read("n.gl")
      let issues = try #require(JSONReader.read(SourceText(name: "n.gl", text), &found)).elements
      let steps = issues.filter { $0["severity"]?.text == "blocker" }
      #expect(steps.compactMap { $0["check_name"]?.text } == ["leaks", "files"])
      #expect(Set(issues.compactMap { $0["fingerprint"]?.text }).count == issues.count)
      #expect(steps.first?["location"]?["path"]?.text == "flyconf/deployment.json")
      #expect(steps.first?["location"]?["lines"]?["begin"]?.isEqual(to: 1) ?? false)
    }
  }

  // MARK: --base

  @Test(arguments: ["origin/main", "main:flyconf", "HEAD^{tree}"])
  func aBaseThatIsNoCommitFailsTheVaultStepAlone(base: String) throws {
    try withRepository { repository in
      let found = run(repository, "--base", base, "--report", "gitlab=gl.json")
      #expect(found.code == .couldNotRun)
      #expect(found.output.contains("vault        failed   git knows no commit '\(base)'"))
      #expect(found.output.contains("leaks        ok"), "\(found.output)")
      #expect(found.output.contains("fetch-depth: 0"))
      #expect(found.output.contains("`git fetch origin main`") == (base == "origin/main"))
      let report = try repository.test.read("gl.json")
      #expect(report.contains("the step 'vault' could not look"))
    }
  }

  @Test func aBaseThatIsACommitIsCompared() throws {
    try withRepository { repository in
      #expect(run(repository, "--base", "main").code == .fine)
      #expect(run(repository, "--base", "HEAD^{tree}", "--skip", "vault").code == .fine)
    }
  }

  // MARK: Objects

  @Test func whatGitDoesNotHaveFailsTheStep() throws {
    try withRepository { repository in
      try repository.test.write("key = '\(CheckedRepository.token)'\n", to: "a.py")
      try repository.git("add", "a.py")
      try repository.test.write("nothing\n", to: "b.py")
      let objects = repository.test.folder.path + "/.git/objects"
      let before = Set(try FileManager.default.subpathsOfDirectory(atPath: objects))
      try repository.git("add", "b.py")
      for path in try FileManager.default.subpathsOfDirectory(atPath: objects)
      where !before.contains(path) && path.count == "ab/".count + 38 {
        try FileManager.default.removeItem(atPath: objects + "/" + path)
      }
      let found = run(repository, "--staged", "--skip", "project")
      #expect(found.code == .couldNotRun)
      #expect(found.output.contains("it does not have the contents of 'b.py'"), "\(found.output)")
      #expect(found.output.contains("a.py:1:8: error[FC830]"))
      #expect(found.output.contains("not deployable to production"))
    }
  }

  @Test func aFolderOfWhichNothingCanBeReadFailsTheStep() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("app = 'harbour'\nprimary_region = 'fra'\n", to: "fly.toml")
    try test.write("x", to: "a.txt")
    var files = FileSystem()
    files.fault = { call, path in call == .open && path.hasSuffix("/a.txt") ? EACCES : nil }
    // What else there is was searched.
    #expect(test.run("check", "--no-git", files: files) == .fine)
    files.fault = { call, _ in call == .open ? EACCES : nil }
    #expect(test.run("check", "--no-git", "--skip", "render", files: files) == .couldNotRun)
    let reason = "not one of 2 files could be searched for secrets: permission denied"
    #expect(test.output.text.contains("leaks        failed   \(reason)"), "\(test.output.text)")
  }

  // MARK: What was recorded

  @Test func aRunThatRecordsSaysThatItJudgesNothing() throws {
    try withRepository { repository in
      try repository.test.write("key = '\(CheckedRepository.token)'\n", to: "a.py")
      try repository.git("add", "a.py")
      let found = run(
        repository, "--skip", "vault", "--skip", "project", "--write-baseline", "known.json")
      #expect(found.code == .fine)
      let last = found.output.split(separator: "\n").last ?? ""
      #expect(last == "recorded 1 finding in 'known.json', and judged none: 1 error", "\(last)")
      let json = run(
        repository, "--skip", "project", "--write-baseline", "known.json", "--format", "json")
      #expect(!json.output.contains("\"deployable\""))
      #expect(run(repository, "--format", "json").output.contains("\"deployable\": false"))
    }
  }
}
