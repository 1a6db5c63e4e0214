import Documents
import Testing

@testable import DeployModel

/// `flyconf:ignore`, FC012 and FC013.
struct SuppressionTests {
  /// A check whose probe outlasts its interval: FC408, a warning.
  private static func slow(_ suppressions: String) -> String {
    #"{ "interval": 20, "timeout": 10, "flyconf:ignore": \#(suppressions) }"#
  }

  // MARK: Leaving findings out

  @Test func aSuppressedFindingStaysInTheListWithItsReason() throws {
    let sample = try LaidSample(check: Self.slow(#"[{ "rule": "FC408", "reason": "cold cache" }]"#))
    #expect(sample.findings.map(\.rule.code) == ["FC408"])
    #expect(sample.findings.map(\.suppression) == ["cold cache"])
    #expect(sample.codes == [])
  }

  @Test func readsACodeInEitherCase() throws {
    let sample = try LaidSample(check: Self.slow(#"[{ "rule": "fc408", "reason": "cold cache" }]"#))
    #expect(sample.codes == [])
  }

  @Test func leavesOutOneRuleForOneEntityOnly() throws {
    let suppressed = Self.slow(#"[{ "rule": "FC408", "reason": "cold cache" }]"#)
    let other = #"{ "endpoint": "/other", "interval": 20, "timeout": 10, "grace_period": 90 }"#
    let sample = try LaidSample(check: "[\(other), \(suppressed), \(other)]")
    #expect(sample.codes.sorted() == ["FC408", "FC408", "FC409", "FC409", "FC414"])
    #expect(sample.findings.filter(\.isSuppressed).map(\.pointer) == ["/health_checks/2/interval"])
  }

  @Test func leavesOutSeveralRulesForOneEntity() throws {
    let piece = """
      {
        "interval": 20, "timeout": 10, "grace_period": 90,
        "flyconf:ignore": [
          { "rule": "FC409", "reason": "Fly.io may" }, { "rule": "FC408", "reason": "cold cache" }
        ]
      }
      """
    #expect(
      try LaidSample(check: piece).findings.map(\.suppression) == ["cold cache", "Fly.io may"])
  }

  @Test(arguments: [
    (ProjectFile.certificate, #"{ "warning_days": 60, "flyconf:ignore": [IGNORED] }"#, "FC512"),
    (.deployments, #"{ "app_name": "lighthouse", "flyconf:ignore": [IGNORED] }"#, "FC712"),
    (.healthChecks, #"{ "id": null, "flyconf:ignore": [IGNORED] }"#, "FC010"),
    (.deployments, #"{ "id": null, "flyconf:ignore": [IGNORED] }"#, "FC010"),
    (.certificate, #"{ "id": null, "flyconf:ignore": [IGNORED] }"#, "FC010"),
    (
      .deployment,
      #"{ "created_at": null, "updated_at": null, "flyconf:ignore": [IGNORED] }"#, "FC010"
    ),
  ])
  func worksInEveryLayoutOfFile(file: ProjectFile, piece: String, code: String) throws {
    let ignored = #"{ "rule": "\#(code)", "reason": "it is so" }"#
    let sample = try LaidSample([
      file: piece.replacing("IGNORED", with: ignored)
    ])
    #expect(sample.codes == [])
    #expect(!sample.findings.isEmpty)
    #expect(try LaidSample([file: piece.replacing("IGNORED", with: "")]).codes.contains(code))
  }

  @Test func reachesIntoThePatchesOfAnEntity() throws {
    let piece = """
      {
        "environments": { "staging": { "warning_days": 60 } },
        "flyconf:ignore": [{ "rule": "FC512", "reason": "staging is watched closely" }]
      }
      """
    let sample = try LaidSample(certificate: piece)
    #expect(sample.findings.map(\.rule.code) == ["FC512"])
    #expect(sample.findings.map(\.environment) == [.staging])
    #expect(sample.codes == [])
  }

  @Test func leavesOutAMissingFile() throws {
    let piece =
      #"{ "flyconf:ignore": [{ "rule": "FC014", "reason": "Fly.io has the certificate" }] }"#
    let sample = try LaidSample([.deployment: piece], without: [.certificate])
    #expect(sample.findings.map(\.rule.code) == ["FC014"])
    #expect(sample.codes == [])
  }

  // MARK: FC012

  @Test(arguments: [
    (#""FC4080""#, "there is no rule 'FC4080'", "did you mean 'FC408'?"),
    (
      #""check-probe-longer-than-interval""#,
      "there is no rule 'check-probe-longer-than-interval'", "write its code, 'FC408'"
    ),
    (#""everything""#, "there is no rule 'everything'", "`flyconf rules` lists the codes"),
    (
      #""FC402""#,
      "FC402 (http-check-without-path) cannot be left out: what it finds keeps the file from "
        + "being used", "remove the suppression, and mend what the rule finds"
    ),
    (
      #""FC012""#,
      "FC012 (invalid-suppression) cannot be left out: a suppression that is wrong leaves "
        + "nothing out", "remove the suppression, and mend what the rule finds"
    ),
  ])
  func refusesARuleThatCannotBeLeftOut(rule: String, message: String, help: String) throws {
    let sample = try LaidSample(check: Self.slow(#"[{ "rule": \#(rule), "reason": "why not" }]"#))
    #expect(sample.codes == ["FC408", "FC012"])
    let finding = FindingText(try #require(sample.findings.last))
    #expect(finding == FindingText("FC012", message, help: help, at: "rule"))
  }

  @Test func refusesToLeaveOutWhatGuardsASecret() throws {
    let guards = try #require(Rule.all.first { $0.protection == .secret })
    let piece = Self.slow(#"[{ "rule": "\#(guards.code)", "reason": "why not" }]"#)
    let finding = try #require(try LaidSample(check: piece).findings.last)
    #expect(
      finding.message
        == "\(guards.code) (\(guards.name)) cannot be left out: it guards a secret")
  }

  @Test(arguments: [#""""#, #"" \t""#])
  func refusesABlankReason(reason: String) throws {
    let sample = try LaidSample(check: Self.slow(#"[{ "rule": "FC408", "reason": \#(reason) }]"#))
    #expect(sample.codes == ["FC408", "FC012"])
    #expect(
      FindingText(try #require(sample.findings.last))
        == FindingText(
          "FC012", "the reason is empty, expected why the rule does not apply here",
          help: "say it to whoever reads this in a year", at: "reason"))
  }

  @Test func reportsEachMistakeInASuppression() throws {
    let sample = try LaidSample(check: Self.slow(#"[{ "rule": "FC4080", "reason": "" }]"#))
    #expect(sample.codes == ["FC408", "FC012", "FC012"])
  }

  @Test(arguments: [
    (
      #"{ "rule": "FC408", "reason": "x" }"#, ["FC408", "FC005"],
      "expected an array, found an object"
    ),
    (#"["FC408"]"#, ["FC408", "FC005"], "expected an object, found a string"),
    (#"[{ "rule": "FC408" }]"#, ["FC408", "FC003"], "missing field 'reason'"),
    (#"[{ "reason": "cold cache" }]"#, ["FC408", "FC003"], "missing field 'rule'"),
    (
      #"[{ "rule": 408, "reason": "x" }]"#, ["FC408", "FC005"], "expected a string, found a number"
    ),
    (
      #"[{ "rule": "FC408", "reason": "x", "until": "2027-01-01" }]"#, ["FC002"],
      "unknown field 'until'"
    ),
  ])
  func reportsTheFormOfASuppression(list: String, codes: [String], message: String) throws {
    let sample = try LaidSample(check: Self.slow(list))
    #expect(sample.codes == codes)
    #expect(sample.findings.last?.message == message)
  }

  @Test func hasNoEffectInAPatch() throws {
    let piece = """
      {
        "environments": {
          "staging": {
            "warning_days": 60,
            "flyconf:ignore": [{ "rule": "FC512", "reason": "staging is watched closely" }]
          }
        }
      }
      """
    let sample = try LaidSample(certificate: piece)
    #expect(sample.codes == ["FC512", "FC002"])
    #expect(
      sample.findings.map(\.message).last == "'flyconf:ignore' has no effect inside a patch")
  }

  // MARK: FC013

  private static let needless = """
    { "interval": 60, "flyconf:ignore": [{ "rule": "FC408", "reason": "cold cache" }] }
    """

  @Test func findsASuppressionThatNothingNeeds() throws {
    #expect(
      try LaidSample(check: Self.needless).only
        == FindingText(
          "FC013", "FC408 (check-probe-longer-than-interval) finds nothing here",
          help: "remove the suppression", at: "rule"))
  }

  @Test func findsTheSecondOfTwoForOneRule() throws {
    let twice = """
      [{ "rule": "FC408", "reason": "cold cache" }, { "rule": "FC408", "reason": "cold start" }]
      """
    let sample = try LaidSample(check: Self.slow(twice))
    #expect(sample.findings.map(\.suppression) == ["cold cache", nil])
    #expect(sample.codes == ["FC013"])
  }

  @Test func canBeLeftOutItself() throws {
    let seasonal = """
      [
        { "rule": "FC506", "reason": "renewed by hand" },
        { "rule": "FC013", "reason": "it expires again" }
      ]
      """
    let sample = try LaidSample(certificate: #"{ "flyconf:ignore": \#(seasonal) }"#)
    #expect(sample.findings.map(\.rule.code) == ["FC013"])
    #expect(sample.codes == [])
    let expiring = """
      {
        "issued_at": "2026-09-23T00:00:00Z", "expires_at": "2026-12-22T00:00:00Z",
        "flyconf:ignore": \(seasonal)
      }
      """
    let needed = try LaidSample(certificate: expiring)
    #expect(needed.codes == ["FC013"])
    #expect(needed.findings.last?.message == "FC013 (unused-suppression) finds nothing here")
  }

  @Test func saysNothingWhileSomethingIsUnreadable() throws {
    let unreadable = try LaidSample([
      .healthChecks: Self.needless, .certificate: #"{ "warning_days": "30" }"#,
    ])
    #expect(unreadable.codes == ["FC005"])
    var files = try LaidSample(check: Self.needless).files
    files[.variables] = "{"
    let broken = SampleProject.snapshot(files).validate(at: SampleProject.now)
    #expect(!broken.contains { $0.rule.code == "FC013" })
  }

  @Test func saysNothingOfARuleThatWasNotRun() throws {
    let snapshot = try LaidSample(check: Self.needless).snapshot
    let rules = Rule.all.filter { $0.code != "FC408" }
    #expect(snapshot.validate(at: SampleProject.now, rules).isEmpty)
  }

  @Test func saysNothingOfAFileByItself() throws {
    let text = try LaidSample(check: Self.needless).files[.healthChecks] ?? ""
    let alone = ProjectSnapshot(
      alone: .healthChecks, SourceText(name: "health-checks.json", text))
    #expect(alone.validate(at: SampleProject.now).isEmpty)
  }

  @Test func isStillJudgedWhereOnlyAnIDIsMissing() throws {
    let piece = """
      { "id": null, "interval": 60,
        "flyconf:ignore": [{ "rule": "FC408", "reason": "cold cache" }] }
      """
    #expect(try LaidSample(check: piece).codes == ["FC010", "FC013"])
  }
}
