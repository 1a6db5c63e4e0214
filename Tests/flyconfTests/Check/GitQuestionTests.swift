import Foundation
import Testing

@testable import flyconf

/// How often `flyconf check` starts git, which takes as long as much of the rest.
@Suite(.serialized) struct GitQuestionTests {
  /// What git is asked for in a run, by its subcommands.
  private func questions(
    of repository: CheckedRepository, adding variables: [String: String] = [:]
  ) throws -> [String] {
    let folder = repository.test.home.appending(path: "bin")
    let log = folder.appending(path: "log")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let git = folder.appending(path: "git")
    let real = try #require(GitProgram.path)
    let script = "#!/bin/sh\necho \"$@\" >> '\(log.path)'\nexec '\(real)' \"$@\"\n"
    try Data(script.utf8).write(to: git)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: git.path)
    let path = folder.path + ":" + (repository.environment["PATH"] ?? "")
    _ = repository.check(adding: variables.merging(["PATH": path]) { $1 })
    return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /core\.bigFileThreshold=4m (\S+)/).map { String($0.1) }
    }.sorted()
  }

  @Test func aProjectThatIsKnownTakesTwo() throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    _ = repository.check()
    #expect(try questions(of: repository) == ["diff", "ls-files"])
  }

  /// Where nothing is remembered, nothing is by a remote.
  @Test func aMachineThatKnowsNoProjectDoesNotAskForTheRemote() throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    let state = repository.test.home.appending(path: "elsewhere").path
    let fresh = ["FLYCONF_TRUST": "", "XDG_STATE_HOME": state]
    _ = repository.check(adding: fresh)
    #expect(try questions(of: repository, adding: fresh) == ["diff", "ls-files"])
    try FileManager.default.createDirectory(
      atPath: state + "/flyconf/project", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: state + "/flyconf/project/other.json"))
    #expect(try questions(of: repository, adding: fresh) == ["config", "diff", "ls-files"])
  }
}
