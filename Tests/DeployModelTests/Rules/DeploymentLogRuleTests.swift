import Documents
import Testing

@testable import DeployModel

/// FC701 to FC713, judged on 2026-11-23 for lines after one of 2026-11-20.
struct DeploymentLogRuleTests {
  private static let id = "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e"

  /// Fields of a deployment that has not come to its end.
  private static let unfinished = #""completed_at": null, "duration_seconds": null"#

  // MARK: Data model: REQUIRED and DEFAULT

  @Test(arguments: [
    "deployment_id", "version", "commit_hash", "environment", "status", "started_at",
    "deployed_by",
  ])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let finding = try LaidSample(deployment: #"{ "\#(key)": null }"#).only
    #expect(finding.code == "FC003")
    #expect(finding.message == "missing field '\(key)'")
  }

  @Test func healthChecksCountAsFailedUnlessSaid() throws {
    let sample = try LaidSample(deployment: #"{ "health_check_passed": null }"#)
    let deployments = try sample.snapshot.project.deployments.get()
    #expect(deployments.last?.healthCheckPassed == .value(false))
    #expect(sample.codes == [])
  }

  @Test func environmentIsProductionOrStaging() throws {
    #expect(try LaidSample(deployment: #"{ "environment": "staging" }"#).codes == [])
    #expect(
      try LaidSample(deployment: #"{ "environment": "development" }"#).only.message
        == "'development' is not one of production, staging")
  }

  @Test func statusIsOneOfFiveWords() throws {
    #expect(
      try LaidSample(deployment: #"{ "status": "done" }"#).only.message
        == "'done' is not one of pending, running, success, failed, rolled_back")
  }

  // MARK: One line

  @Test func isCompletedAfterItWasStarted() throws {
    #expect(
      try LaidSample(deployment: #"{ "completed_at": "2026-11-21T09:59:59Z" }"#).only
        == FindingText(
          "FC701",
          "completed_at is '2026-11-21T09:59:59Z', before started_at, "
            + "'2026-11-21T10:00:00Z'",
          help: "are the two swapped?", at: "completed_at"))
    let atOnce = #"{ "completed_at": "2026-11-21T10:00:00Z", "duration_seconds": 0 }"#
    #expect(try LaidSample(deployment: atOnce).codes == [])
  }

  @Test(arguments: [(198, false), (199, false), (200, true), (201, true), (202, false)])
  func durationIsTheTimeBetween(duration: Int, isLegal: Bool) throws {
    let sample = try LaidSample(deployment: #"{ "duration_seconds": \#(duration) }"#)
    #expect(sample.codes == (isLegal ? [] : ["FC702"]))
  }

  @Test func saysHowLongADeploymentTook() throws {
    #expect(
      try LaidSample(deployment: #"{ "duration_seconds": 20 }"#).only
        == FindingText(
          "FC702", "duration_seconds is 20, and from started_at to completed_at are 200 s",
          help: "write 200, or correct the times", at: "duration_seconds"))
    let negative = #"{ "duration_seconds": -1, "completed_at": null, "status": "failed" }"#
    #expect(
      try LaidSample(deployment: negative).findings.map(\.message) == [
        "the deployment failed and has no error_message",
        "duration_seconds is -1, expected 0 or more",
      ])
    let unknown = #"{ "duration_seconds": 7, "started_at": "soon" }"#
    #expect(try LaidSample(deployment: unknown).codes == ["FC009"])
  }

  @Test func successHasACompletion() throws {
    #expect(
      try LaidSample(deployment: "{ \(Self.unfinished) }").only
        == FindingText(
          "FC703", "the deployment succeeded and has no completed_at",
          help: "add the time at which it was completed", at: "1"))
  }

  @Test(arguments: ["null", #""""#, #""  ""#])
  func rollbackNamesItsTarget(target: String) throws {
    let finding = try LaidSample(
      deployment: #"{ "status": "rolled_back", "rollback_target": \#(target) }"#
    ).only
    #expect(finding.code == "FC704")
    #expect(finding.message == "the deployment was rolled back and has no rollback_target")
    #expect(finding.help == "add the version that runs since")
  }

  @Test(arguments: ["null", #""""#])
  func warnsOfAFailureWithoutAMessage(message: String) throws {
    let sample = try LaidSample(
      deployment: #"{ "status": "failed", "error_message": \#(message) }"#)
    let finding = try sample.only
    #expect(finding.code == "FC705")
    #expect(finding.message == "the deployment failed and has no error_message")
    #expect(finding.help == "add what 'fly deploy' or the build said last")
    #expect(sample.findings[0].rule.severity == .warning)
  }

  @Test(arguments: [(6, false), (7, true), (40, true), (64, true), (65, false)])
  func commitHashHas7To64Digits(digits: Int, isLegal: Bool) throws {
    let hash = String(repeating: "a", count: digits)
    let sample = try LaidSample(deployment: #"{ "commit_hash": "\#(hash)" }"#)
    #expect(sample.codes == (isLegal ? [] : ["FC706"]))
  }

  @Test func saysWhatACommitHashIs() throws {
    #expect(
      try LaidSample(deployment: #"{ "commit_hash": "v1.4.0" }"#).only
        == FindingText(
          "FC706", "'v1.4.0' is no commit hash, expected 7 to 64 hexadecimal digits",
          help: "print the hash of what is checked out with 'git rev-parse HEAD'",
          at: "commit_hash"))
  }

  @Test func warnsOfACompletionBeforeTheEnd() throws {
    let piece =
      """
      { "status": "pending", "started_at": "2026-11-22T23:56:40Z",
        "completed_at": "2026-11-23T00:00:00Z" }
      """
    #expect(
      try LaidSample(deployment: piece).only
        == FindingText(
          "FC710", "the deployment is 'pending' and has a completed_at",
          help: "write the outcome as the status, or remove completed_at", at: "completed_at"))
  }

  @Test func warnsOfAStartInTheFuture() throws {
    let now =
      #"{ "started_at": "2026-11-23T00:00:00Z", "status": "running", \#(Self.unfinished) }"#
    #expect(try LaidSample(deployment: now).codes == [])
    let later =
      #"{ "started_at": "2026-11-23T00:00:01Z", "status": "running", \#(Self.unfinished) }"#
    #expect(
      try LaidSample(deployment: later).only
        == FindingText(
          "FC713", "started_at is '2026-11-23T00:00:01Z', which is still to come",
          help: "is the clock right, and the time in UTC?", at: "started_at"))
  }

  // MARK: Data model: DeploymentLog references DeploymentConfiguration

  @Test func referencesTheDeploymentOfItsEnvironment() throws {
    let staging =
      """
      {
        "environments": {
          "staging": { "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev" }
        }
      }
      """
    let certificate = #"{ "environments": { "staging": { "domain": "harbour-staging.fly.dev" } } }"#
    func sample(_ environment: String, _ name: String) throws -> LaidSample {
      try LaidSample([
        .deployment: staging, .certificate: certificate,
        .deployments: #"{ "environment": "\#(environment)", "app_name": "\#(name)" }"#,
      ])
    }
    #expect(try sample("staging", "harbour-staging").codes == [])
    #expect(try sample("production", "harbour").codes == [])
    #expect(
      try sample("staging", "harbour").only
        == FindingText(
          "FC712", "app_name is 'harbour', and the application in staging is 'harbour-staging'",
          help: "remove the field, or suppress this where the application was renamed",
          at: "app_name"))
  }

  // MARK: The history of one deployment

  @Test(arguments: [("2026-11-22T00:00:00Z", false), ("2026-11-21T23:59:59Z", true)])
  func isFinishedWithinADay(started: String, isFound: Bool) throws {
    for status in ["pending", "running"] {
      let piece = #"{ "status": "\#(status)", "started_at": "\#(started)", \#(Self.unfinished) }"#
      #expect(try LaidSample(deployment: piece).codes == (isFound ? ["FC707"] : []))
    }
  }

  @Test(arguments: [
    ("2026-11-21T23:00:00Z", "25 hours"), ("2026-11-21T00:00:01Z", "47 hours"),
    ("2026-11-21T00:00:00Z", "2 days"),
  ])
  func saysSinceWhenADeploymentRuns(started: String, since: String) throws {
    let piece = #"{ "status": "running", "started_at": "\#(started)", \#(Self.unfinished) }"#
    #expect(
      try LaidSample(deployment: piece).only
        == FindingText(
          "FC707", "the deployment is 'running' since \(since)",
          help: "append a line with the same id and the outcome", at: "status"))
  }

  @Test func onlyTheLastLineOfAnIDIsItsState() throws {
    let running = #"{ "id": "\#(Self.id)", "status": "running", \#(Self.unfinished) }"#
    let success = #"{ "id": "\#(Self.id)", "status": "success" }"#
    #expect(try LaidSample(deployment: "[\(running), \(success)]").codes == [])
    #expect(try LaidSample(deployment: running).codes == ["FC707"])
  }

  @Test(arguments: [
    (["pending", "running", "success", "rolled_back"], true),
    (["pending", "failed", "rolled_back"], true), (["running", "running", "success"], true),
    (["running", "pending", "success"], false), (["rolled_back", "success"], false),
    (["failed", "running", "failed"], false), (["success", "failed"], false),
    (["failed", "success"], false), (["success", "success", "rolled_back"], true),
    (["failed", "failed"], true),
  ])
  func aStatusNeverGoesBack(statuses: [String], isLegal: Bool) throws {
    let lines = statuses.map { status in
      let end = status == "pending" || status == "running" ? ", \(Self.unfinished)" : ""
      return """
        { "id": "\(Self.id)", "status": "\(status)", "rollback_target": "1.3.2",
          "error_message": "exit 1"\(end) }
        """
    }
    let sample = try LaidSample(deployment: "[\(lines.joined(separator: ","))]")
    #expect(sample.codes == (isLegal ? [] : ["FC708"]))
  }

  @Test func saysWhichStepGoesBack() throws {
    let lines = """
      [{ "id": "\(Self.id)", "status": "pending", \(Self.unfinished) }, {},
       { "id": "\(Self.id)", "status": "failed", "error_message": "exit 1" },
       { "id": "\(Self.id)", "status": "running", \(Self.unfinished) }]
      """
    let found = try LaidSample(deployment: lines).findings.first { $0.rule.code == "FC708" }
    let finding = try #require(found)
    #expect(finding.message == "status goes from 'failed' back to 'running'")
    #expect(finding.help == "give a new deployment an id of its own")
    #expect(finding.pointer == "/4/status")
    #expect(finding.place.start.line == 5)
  }

  @Test func saysThatAnOutcomeStays() throws {
    let lines = """
      [{ "id": "\(Self.id)", "status": "success" },
       { "id": "\(Self.id)", "status": "failed", "error_message": "exit 1" }]
      """
    #expect(
      try LaidSample(deployment: lines).only
        == FindingText(
          "FC708", "status changes from 'success' to 'failed', and both are outcomes",
          help: "give a new deployment an id of its own", at: "status"))
  }

  @Test func linesOfOneIDAgree() throws {
    let lines = """
      [{ "id": "\(Self.id)" },
       { "id": "\(Self.id)", "version": "1.4.1", "commit_hash": "9fceb02",
         "environment": "staging" },
       { "id": "\(Self.id)", "version": "1.4.1", "commit_hash": "aaaaaaa",
         "environment": "staging" }]
      """
    #expect(
      try LaidSample(deployment: lines).findings.map(FindingText.init).sorted {
        $0.field < $1.field
      }
        == ["commit_hash", "environment", "version"].map { name in
          FindingText(
            "FC711", "\(name) differs from that of the deployment's line before",
            help: "give a new deployment an id of its own", at: name)
        })
  }

  @Test func newDeploymentsStandInTheOrderOfTheirStart() throws {
    let earlier =
      #"{ "started_at": "2026-11-20T09:59:59Z", "completed_at": "2026-11-20T10:03:19Z" }"#
    #expect(
      try LaidSample(deployment: earlier).only
        == FindingText(
          "FC709",
          "started_at is '2026-11-20T09:59:59Z', before that of the deployment above, "
            + "'2026-11-20T10:00:00Z'",
          help: "move the line to its place, or correct the time", at: "started_at"))
    let rolledBackLater = """
      [{ "id": "\(Self.id)" },
       { "started_at": "2026-11-22T10:00:00Z", "completed_at": "2026-11-22T10:03:20Z" },
       { "id": "\(Self.id)", "status": "rolled_back", "rollback_target": "1.3.2" }]
      """
    #expect(try LaidSample(deployment: rolledBackLater).codes == [])
  }
}
