import DeployModel
import Foundation
import Testing

@testable import flyconf

/// Links in the place of rendered files that lead out of the repository.
@Suite(.serialized) struct OutsideLinkTests {
  private static let line = "GREETING=an old friend"

  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try body(repository)
  }

  private func link(_ test: TestContext, _ path: String = "fly.toml", to target: String) throws {
    let path = test.folder.appending(path: path).path
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// A file that is not in the test's folder.
  private func outside(_ test: TestContext) throws -> String {
    let file = test.home.appending(path: "environ")
    try FileManager.default.createDirectory(at: test.home, withIntermediateDirectories: true)
    try Data(Self.line.utf8).write(to: file)
    return file.path
  }

  @Test func whatALinkLeadsToOutsideIsNotRead() throws {
    try withRepository { repository in
      try link(repository.test, to: outside(repository.test))
      for words in [[], ["--no-git"]] {
        let context = repository.test.context(environment: repository.environment)
        let code = Flyconf.run(["check", "--skip", "leaks"] + words, in: context)
        #expect(code == .found)
        let output = repository.test.output.text
        #expect(output.contains("fly.toml:1:1: error[FC845]"), "\(output)")
        #expect(!output.contains("old friend"), "\(output)")
      }
    }
  }

  @Test func aLinkWithinTheRepositoryIsRead() throws {
    try withRepository { repository in
      let text = try repository.test.read("fly.toml")
      try repository.test.write(text, to: "deploy/fly.toml")
      try link(repository.test, to: "deploy/fly.toml")
      let found = repository.check("--env", "production")
      #expect(!found.codes.contains("FC845") && !found.codes.contains("FC834"))
      #expect(repository.test.run("render", "fly.toml", "--check") == .fine)
    }
  }

  /// The configuration of git may hold the token of the run.
  @Test(arguments: [".git/config", "/dev/stdin"])
  func whatBelongsToNobodyIsNotRead(target: String) throws {
    try withRepository { repository in
      try link(repository.test, to: target)
      let code = repository.check("--env", "production", "--skip", "leaks")
      #expect(code.codes.contains("FC845") || target.hasPrefix("/dev"))
      #expect(!repository.test.output.text.contains("repositoryformatversion"))
    }
  }

  @Test func withoutGitTheFolderIsTheBorder() throws {
    let test = try TestContext()
    defer { test.remove() }
    try link(test, to: outside(test))
    #expect(test.run("check", "--no-git") == .found)
    #expect(test.output.text.contains("FC845"))
    try test.write("app = 'harbour'\n", to: "own.toml")
    try link(test, to: "own.toml")
    let before = test.output.text.count
    test.run("check", "--no-git")
    #expect(!test.output.text.dropFirst(before).contains("FC845"))
  }

  @Test func whatAFileIsRenderedFromIsNoLinkEither() throws {
    try withRepository { repository in
      try link(repository.test, "flyconf/fly.base.toml", to: outside(repository.test))
      #expect(repository.check().code == .couldNotRun)
      let text = repository.test.output.text + repository.test.errors.text
      #expect(text.contains("'flyconf/fly.base.toml': it is a symbolic link to a file outside"))
      #expect(!text.contains("old friend"))
    }
  }

  @Test func otherCommandsReadNoneEither() throws {
    try withRepository { repository in
      try link(repository.test, to: outside(repository.test))
      for words in [["validate", "fly.toml"], ["render", "--check"], ["render", "--diff"]] {
        let before = repository.test.errors.text.count
        let context = repository.test.context(environment: repository.environment)
        #expect(Flyconf.run(words, in: context) == .couldNotRun, "\(words)")
        let errors = repository.test.errors.text.dropFirst(before)
        #expect(errors.contains("'fly.toml' is a symbolic link to a file outside"), "\(errors)")
        #expect(errors.contains("name the file that the link leads to"))
      }
      #expect(!(repository.test.output.text + repository.test.errors.text).contains("old friend"))
      #expect(repository.test.run("validate", try outside(repository.test)) != .fine)
    }
  }
}
