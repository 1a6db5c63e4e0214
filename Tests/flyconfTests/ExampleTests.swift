import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// The examples are what the README says of them.
@Suite struct ExampleTests {
  private static let rendered: [(example: String, environment: EnvironmentName)] =
    [("minimal", .production)] + EnvironmentName.allCases.map { ("ezedit", $0) }

  private func open(_ example: String) throws -> ProjectSnapshot {
    let folder = Repository.folder.appending(path: "Examples/\(example)").path
    return try ProjectStore(folder: folder).open()
  }

  @Test func theMinimalProjectHasNoFindings() throws {
    #expect(try open("minimal").validate(at: TestContext.now).map(\.message) == [])
  }

  @Test func ezeditHasNoErrorsAndNoWarnings() throws {
    let findings = try open("ezedit").validate(at: TestContext.now)
    #expect(findings.filter { $0.rule.severity > .note }.map(\.message) == [])
  }

  @Test func everyoneCanOpenTheExampleAndNothingElse() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    let identity = ["--identity", "Examples/ezedit/demo-identity", "-C", "Examples/ezedit"]
    let shown = Flyconf.run(
      ["secrets", "show", "stripe", "--reveal"] + identity, in: test.context())
    #expect(shown == .fine)
    #expect(test.output.text == "example-stripe-key-2")
    let text = try test.read("Examples/ezedit/demo-identity")
    #expect(text.hasPrefix("# A demo identity"))
    #expect(test.run("init", "other", "--app", "other", "--identity", identity[1]) == .noKey)
  }

  @Test func theLedgerOfEzeditHasAMergeInIt() throws {
    let folder = Repository.folder.appending(path: "Examples/ezedit/flyconf/audit").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let headers = try names.map { name in
      try Repository.read("Examples/ezedit/flyconf/audit/\(name)").prefix { $0 != "\n" }
    }
    #expect(headers.contains { $0.contains(/"after":\["[0-9a-f]{64}","[0-9a-f]{64}"\]/) })
  }

  @Test func ezeditHasEveryFieldOfEveryEntity() throws {
    let snapshot = try open("ezedit")
    for file in ProjectFile.all {
      let source = try #require(snapshot.source(of: file))
      let text = String(decoding: source.bytes, as: UTF8.self)
      let fields = file.shape.fields.filter {
        if case .annotation = $0.presence { false } else { true }
      }
      // A project that manages everything has nothing to name as unmanaged, and all of its
      // credentials come from services, so that no generator could make them.
      let expected = Set(fields.map(\.key)).subtracting(["unmanaged", "rotation"])
      #expect(expected.filter { !text.contains("\"\($0)\":") } == [], "\(file.name)")
    }
  }

  @Test func ezeditHasEveryKindOfEverything() throws {
    let project = try open("ezedit").project
    let credentials = try project.credentials.get()
    #expect(
      Set(try credentials.map { try $0.serviceCategory.get() }) == Set(ServiceCategory.allCases))
    #expect(
      Set(try credentials.map { try $0.rotationPriority.get() }) == Set(RotationPriority.allCases))
    let variables = try project.variables.get()
    #expect(Set(try variables.map { try $0.environment.get() }) == Set(EnvironmentName.allCases))
    #expect(Set(try variables.map { try $0.isSecret.get() }) == [true, false])
    let checks = try project.healthChecks.get()
    #expect(Set(try checks.map { try $0.checkType.get() }) == Set(CheckType.allCases))
    let states = Set(try project.deployments.get().map { try $0.status.get() })
    #expect(states.isSuperset(of: [.success, .failed, .rolledBack]))
  }

  @Test(arguments: rendered)
  func theRenderedFilesAreUpToDate(_ example: String, _ environment: EnvironmentName) throws {
    let name = ProjectLayout.renderedName(for: environment)
    let text = try Repository.read("Examples/\(example)/\(name)")
    #expect(try open(example).render(environment).text == text)
  }

  @Test(arguments: ["minimal", "ezedit"])
  func theFilesAreInCanonicalForm(_ example: String) throws {
    let snapshot = try open(example)
    for file in ProjectFile.all {
      guard let source = snapshot.source(of: file) else { continue }
      #expect(
        snapshot.canonicalText(of: file).map { Array($0.utf8) } == source.bytes, "\(file.name)")
    }
  }
}
