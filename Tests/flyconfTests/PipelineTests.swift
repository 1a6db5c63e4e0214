import DeployModel
import Foundation
import Testing

@testable import flyconf

/// What `flyconf ci` prints is taken by the programs that it is for.
@Suite struct PipelineTests {
  private func text(_ pipeline: Pipeline) -> String {
    pipeline.text(PipelineProject(vault: String(repeating: "5a", count: 32)))
  }

  /// The path of a program that `Tests/run` installs.
  private func installed(_ name: String) -> String? {
    let path = Repository.folder.appending(path: ".build-python/bin/\(name)").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  @Test func itHasTheVaultOfTheProjectInIt() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let status = try project.run("vault", "status", "--format", "json")
    let vault = try #require(status.firstMatch(of: /"vault": "([0-9a-f]{64})"/)?.1)
    for name in ["github", "gitlab"] {
      let text = try project.run("ci", name)
      #expect(text.contains("FLYCONF_TRUST: \(vault)\n"))
    }
  }

  @Test func aVaultThatIsNotTheRightOneIsNotToBeTrusted() throws {
    let project = try CommandProject()
    defer { project.remove() }
    try project.test.write("{", to: "flyconf/vault.json")
    #expect(Flyconf.run(["ci", "github"], in: project.test.context()) == .integrity)
    #expect(!project.test.output.text.contains("jobs:"))
  }

  @Test func itLeadsFromTheTopOfTheRepositoryToTheProject() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let top = project.test.folder.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: top.appending(path: ".git/refs"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: top.appending(path: ".git/objects"), withIntermediateDirectories: true)
    try Data("ref: refs/heads/main\n".utf8).write(to: top.appending(path: ".git/HEAD"))
    for name in ["github", "gitlab", "pre-commit"] {
      let text = try project.run("ci", name)
      #expect(text.contains(" -C harbour"), "\(text)")
    }
  }

  @Test func itRunsOnTheBranchOfTheRepository() throws {
    let test = try TestContext()
    defer { test.remove() }
    try GitProgram.run(["init", "--quiet", "--initial-branch", "trunk"], in: test.folder)
    test.run("ci", "github", environment: GitProgram.environment)
    #expect(test.output.text.contains("branches: [trunk]\n"))
  }

  @Test(arguments: [
    ("main", "main"), ("release/2026-x", "release/2026-x"), ("on", "'on'"), ("1.0", "'1.0'"),
    ("a,b", "'a,b'"), ("it's", "'it''s'"), ("a+b", "'a\\+b'"), ("Main", "'Main'"),
  ])
  func theBranchIsAPatternInYAML(branch: String, filter: String) {
    var project = PipelineProject()
    project.branch = branch
    #expect(project.branchFilter == filter)
    #expect(Pipeline.github.text(project).contains("branches: [\(filter)]\n"))
  }

  @Test func itMakesTheFoldersOfItsFile() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("ci", "github", "-o", ".github/workflows/flyconf.yml") == .fine)
    #expect(try test.read(".github/workflows/flyconf.yml").hasPrefix("name: flyconf\n"))
    #expect(test.run("rules", "-o", "none/rules.txt") == .couldNotRun)
  }

  @Test func itNeedsNoProject() throws {
    let test = try TestContext()
    defer { test.remove() }
    for pipeline in Pipeline.all {
      #expect(test.run("ci", pipeline.name) == .fine)
    }
    #expect(!test.output.text.contains("FLYCONF_TRUST"))
    #expect(test.run("ci", "jenkins") == .usage)
  }

  @Test func theSchemasOfGitHubAndGitLabTakeIt() throws {
    guard let checker = installed("check-jsonschema") else {
      print("skipped: no check-jsonschema, so pipelines are not compared with their schemas")
      return
    }
    let test = try TestContext()
    defer { test.remove() }
    let schemas = [
      (Pipeline.github, "vendor.github-workflows"), (.gitlab, "vendor.gitlab-ci"),
    ]
    for (pipeline, schema) in schemas {
      for vault in [String(repeating: "5a", count: 32), nil] {
        try test.write(pipeline.text(PipelineProject(vault: vault)), to: "pipeline.yml")
        let file = test.folder.appending(path: "pipeline.yml").path
        let result = try Program.start(
          checker, ["--builtin-schema", schema, file], environment: ["HOME": test.home.path])
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
      }
    }
  }

  /// The commands of a pipeline are run as they are printed, with stand-ins for what it sets.
  @Test func theCommandsRunInAClone() throws {
    let test = try TestContext()
    defer { test.remove() }
    for (pipeline, base) in [
      (Pipeline.github, "BASE"), (.gitlab, "CI_MERGE_REQUEST_DIFF_BASE_SHA"),
    ] {
      let lines = text(pipeline).split(separator: "\n").map {
        $0.drop { $0 == " " }
      }
      let start = try #require(lines.lastIndex { $0.contains("flyconf check") })
      let end = try #require(lines.lastIndex { $0.contains("--base") })
      let command = lines[start...end].joined(separator: " ")
        .replacing("run: ", with: "").replacing("/tmp/flyconf", with: "flyconf")
      let script = "flyconf() { printf '%s\\n' \"$@\"; }; \(command)"
      for value in ["", "main"] {
        let result = try Program.start(
          "/bin/sh", ["-c", "\(base)=\(value); \(script)"], environment: [:])
        #expect(result.output.hasPrefix("check\n"))
        #expect(result.output.contains("--base\n") == !value.isEmpty)
      }
    }
  }

  // MARK: pre-commit

  @Test func preCommitStopsWhatIsStagedAndNothingElse() throws {
    guard let preCommit = installed("pre-commit") else {
      print("skipped: no pre-commit, so the hook is not run by it")
      return
    }
    let test = try TestContext()
    defer { test.remove() }
    let tools = test.home.appending(path: "tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: tools.appending(path: "flyconf"), withDestinationURL: Program.url)
    #expect(test.run("init", "--app", "harbour", "--no-vault") == .fine)
    #expect(test.run("render", "fly.toml") == .fine)
    try test.write(text(.preCommit), to: ".pre-commit-config.yaml")
    func run(_ script: String) throws -> ProgramResult {
      try Program.start(
        "/bin/sh", ["-c", "\(script) 2>&1"], in: test.folder,
        environment: [
          "PATH": "\(tools.path):/usr/local/bin:/usr/bin:/bin", "HOME": test.home.path,
          "PRE_COMMIT_HOME": tools.appending(path: "cache").path,
        ])
    }
    #expect(try run("git init -q . && git add -A").exitCode == 0)
    let clean = try run("exec '\(preCommit)' run")
    #expect(clean.exitCode == 0, "\(clean.output)")
    let token = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dcABCDEF12"
    try test.write("key = ''\n", to: "settings.py")
    #expect(try run("git add settings.py").exitCode == 0)
    // What is not staged is not about to be committed.
    try test.write("key = '\(token)'\n", to: "settings.py")
    let unstaged = try run("exec '\(preCommit)' run")
    #expect(unstaged.exitCode == 0, "\(unstaged.output)")
    let staged = try run("git add settings.py && exec '\(preCommit)' run")
    #expect(staged.exitCode == 1, "\(staged.output)")
    #expect(staged.output.contains("settings.py:1:8: error[FC830]"), "\(staged.output)")
    #expect(!staged.output.contains(token))
  }
}
