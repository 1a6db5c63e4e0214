import Documents
public import Testing

@testable public import DeployModel

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { "\(code) \(name)" }
}

@Suite struct RuleTests {
  /// The rules whose examples can be laid over a sample; tampering is tried on real vaults.
  private static let all = Rule.all.filter { $0.example.file != nil }

  @Test func findsNothingInTheSampleProject() {
    #expect(SampleProject.snapshot().validate(at: SampleProject.now).map(\.message) == [])
  }

  @Test(arguments: all)
  func findsItsWrongExampleAtTheRightPlace(_ rule: Rule) throws {
    let project = try RuleExampleProject(
      rule.example, rule.example.wrong, in: SampleProject.files)
    let findings = SampleProject.snapshot(project.files)
      .validate(at: SampleProject.now, Self.rules(beside: rule))
    let own = findings.filter { $0.rule.code == rule.code }
    #expect(own.count == 1, "\(findings.map { "\($0.rule.code) \($0.message)" })")
    let finding = try #require(own.first)
    #expect(finding.place.file == rule.example.fileName)
    try expectPlace(finding, of: rule, in: project)
  }

  @Test(arguments: all)
  func isSilentOnItsRightExample(_ rule: Rule) throws {
    let project = try RuleExampleProject(
      rule.example, rule.example.right, in: SampleProject.files)
    let findings = SampleProject.snapshot(project.files)
      .validate(at: SampleProject.now, Self.rules(beside: rule))
    let shown = findings.filter { !$0.isSuppressed }
    #expect(shown.map { "\($0.rule.code) \($0.message)" } == [])
  }

  /// The same inside a project of many entities. It goes without the patches of its environments,
  /// which would go on having what the piece changes.
  @Test(arguments: all)
  func findsItsWrongExampleInALargeProject(_ rule: Rule) throws {
    let ezedit = try ExampleProject.files(of: "ezedit", withoutPatches: true)
    let usual = findings(of: rule, in: ezedit)
    let wrong = try RuleExampleProject(rule.example, rule.example.wrong, in: ezedit)
    let added = findings(of: rule, in: wrong.files).filter { finding in
      !usual.contains { $0.message == finding.message && $0.pointer == finding.pointer }
    }
    #expect(
      added.contains { finding in
        finding.place.file == rule.example.fileName
          && (rule.example.isWholeFile || finding.place.start.line == wrong.expected?.line)
      }, "found \(added.map(\.message))")
  }

  private func findings(of rule: Rule, in files: [ProjectFile: String]) -> [Finding] {
    SampleProject.snapshot(files).validate(at: SampleProject.now, Self.rules(beside: rule))
      .filter { $0.rule.code == rule.code }
  }

  /// What only `flyconf check` asks would find something in the examples of other rules.
  private static func rules(beside rule: Rule) -> [Rule] {
    Rule.validated + (rule.isOfGate ? [rule] : [])
  }

  /// A finding about an element of an array stands inside the field's value, one about a
  /// misspelled or doubled field at its key.
  private func expectPlace(
    _ finding: Finding, of rule: Rule, in project: RuleExampleProject
  ) throws {
    guard !rule.example.isWholeFile else { return }
    let expected = try #require(project.expected)
    #expect(finding.place.start.line == expected.line)
    let pointsAtKey = !Set(rule.check.readingKinds)
      .isDisjoint(with: [.unknownField, .duplicateField])
    if pointsAtKey, let field = rule.example.field {
      #expect(finding.place.start.column == expected.column - field.count - 4)
    } else if rule.example.field != nil, finding.pointer?.last?.isNumber == true {
      #expect(finding.place.start.column > expected.column)
    } else {
      #expect(finding.place.start.column == expected.column)
    }
  }
}
