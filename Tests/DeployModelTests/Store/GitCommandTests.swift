import Foundation
import Testing

@testable import DeployModel

/// How git is started, seen by a script that stands in for it.
@Suite final class GitCommandTests {
  private let folder: String

  init() throws { folder = try TemporaryRepository.temporaryFolder() }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func command(
    _ script: String, environment: [String: String] = [:]
  ) throws -> GitCommand {
    try FileSystem().replace(folder + "/git", with: Array("#!/bin/sh\n\(script)\n".utf8))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder + "/git")
    return GitCommand(
      workTree: "/work tree",
      environment: ["PATH": "\(folder):/usr/bin:/bin"].merging(environment) { $1 })
  }

  @Test func hidesSecretsAndOtherRepositories() throws {
    let hidden = [
      "FLYCONF_IDENTITY", "FLYCONF_PASSPHRASE", "FLYCONF_PASSPHRASE_FILE", "GIT_DIR",
      "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_TRACE", "GIT_EXTERNAL_DIFF",
      "GIT_REPLACE_REF_BASE",
    ]
    let seen = ["GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_EXEC_PATH", "HOME"]
    let environment = Dictionary(uniqueKeysWithValues: (hidden + seen).map { ($0, "marked") })
    let result = try command("env", environment: environment).run("try", [])
    let lines = Set(String(decoding: result.output, as: UTF8.self).split(separator: "\n"))
    let marked = lines.filter { $0.hasSuffix("=marked") }.map { $0.dropLast("=marked".count) }
    #expect(Set(marked.map(String.init)) == Set(seen))
    #expect(
      lines.isSuperset(of: [
        "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1",
      ]))
  }

  @Test func passesArgumentsAsTheyAre() throws {
    let result = try command("for a; do echo \"<$a>\"; done").run("try", ["a b", "$HOME", "*"])
    let expected = """
      <-C>
      </work tree>
      <--no-pager>
      <-c>
      <core.fsmonitor=false>
      <-c>
      <core.hooksPath=/dev/null>
      <-c>
      <log.showSignature=false>
      <-c>
      <core.bigFileThreshold=4m>
      <a b>
      <$HOME>
      <*>

      """
    #expect(String(decoding: result.output, as: UTF8.self) == expected)
  }

  @Test func takesTheReasonFromTheFirstLineThatGivesOne() throws {
    let script = "echo 'warning: w' >&2; echo 'fatal: broken' >&2; echo 'hint: h' >&2; exit 128"
    let error = #expect(throws: GitError.self) { try command(script).run("try", []) }
    #expect(error?.description == "git cannot try: broken")
    let silent = #expect(throws: GitError.self) { try command("exit 3").run("try", []) }
    #expect(silent?.description == "git cannot try: it ended with status 3")
  }

  @Test func takesAnAcceptedExitCodeForAnAnswer() throws {
    #expect(try command("exit 1").run("try", [], accepting: [0, 1]).status == 1)
    #expect(try command("echo x; exit 1").line("try", []) == nil)
    #expect(try command("echo x; echo y").line("try", []) == "x")
  }

  /// The current folder may be a project's own, with a program `git` that somebody committed.
  @Test func takesNoGitFromAFolderBelowTheCurrentOne() throws {
    let current = FileManager.default.currentDirectoryPath
    let up = current.split(separator: "/").map { _ in "../" }.joined()
    let environment = ["PATH": up + folder.dropFirst()]
    let command = try command("exit 0", environment: environment)
    #expect(FileManager.default.isExecutableFile(atPath: up + folder.dropFirst() + "/git"))
    #expect(throws: GitError.notInstalled) { try command.run("try", []) }
  }

  @Test func refusesAZeroByte() throws {
    #expect(
      throws: GitError.failed(action: "try", reason: "a zero byte stands in an argument")
    ) { try command("exit 0").run("try", ["a\0b"]) }
  }
}
