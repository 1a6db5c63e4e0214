import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// Comments that leave findings out, in a whole run of `flyconf check`.
@Suite(.serialized) struct CheckSuppressionTests {
  private static let key = "flyconf" + ":ignore"

  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try body(repository)
  }

  private func sarif(_ repository: CheckedRepository) throws -> Node {
    var found: [Diagnostic] = []
    let text = try repository.test.read("a.sarif")
    return try #require(JSONReader.read(SourceText(name: "a.sarif", text), &found))
  }

  @Test func aLeakWithAReasonDoesNotCount() throws {
    try withRepository { repository in
      let line = "key = '\(CheckedRepository.token)'"
      try repository.test.write("\(line)  # \(Self.key) FC830 a sample\n", to: "a.py")
      try repository.git("add", "a.py")
      let found = repository.check("--report", "sarif=a.sarif", "--skip", "project")
      #expect(found.code == .fine, "\(found.codes)")
      #expect(!found.codes.contains("FC830") && !found.codes.contains("FC013"))
      let run = try #require(sarif(repository)["runs"]?.elements.first)
      let leak = run["results"]?.elements.first { $0["ruleId"]?.text == "FC830" }
      let suppression = leak?["suppressions"]?.elements.first
      #expect(suppression?["kind"]?.text == "inSource")
      #expect(suppression?["justification"]?.text == "a sample")
      let rules = run["tool"]?["driver"]?["rules"]?.elements.compactMap { $0["id"]?.text } ?? []
      #expect(rules.contains("FC012") && !rules.contains("FC101"))
    }
  }

  @Test func whatIsStagedWithoutTheCommentCounts() throws {
    try withRepository { repository in
      let line = "key = '\(CheckedRepository.token)'"
      try repository.test.write(line, to: "a.py")
      try repository.git("add", "a.py")
      try repository.test.write("\(line)  # \(Self.key) FC830 a sample\n", to: "a.py")
      #expect(repository.check().codes.contains("FC830"))
    }
  }

  @Test func aCommentInAFlyTomlIsJudgedOnce() throws {
    try withRepository { repository in
      let text = try repository.test.read("fly.toml")
      let comments = "# \(Self.key) FC9999 x\n# \(Self.key) FC903 x\n# \(Self.key) FC830 x\n"
      try repository.test.write(comments + text, to: "fly.toml")
      let found = repository.check("--env", "production")
      #expect(found.codes.filter { $0 == "FC012" }.count == 1)
      #expect(found.codes.filter { $0 == "FC013" }.count == 2)
      #expect(found.code == .found)
    }
  }

  @Test func stepsCountWhatTheySayOfComments() throws {
    try withRepository { repository in
      try repository.test.write("# \(Self.key) FC830\n", to: "a.py")
      try repository.git("add", "a.py")
      repository.test.run("check", "--no-git", "--skip", "render", "--skip", "project")
      #expect(repository.test.output.text.contains(/leaks +1 error/))
    }
  }
}
