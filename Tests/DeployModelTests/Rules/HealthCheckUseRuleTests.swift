import Documents
import Testing

@testable import DeployModel

/// FC409 and FC411 to FC418: what becomes of a check, alone and beside others.
struct HealthCheckUseRuleTests {
  // MARK: Data model: REQUIRED and DEFAULT

  @Test(arguments: ["check_type", "interval", "timeout", "alert_threshold"])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let finding = try LaidSample(check: #"{ "\#(key)": null }"#).only
    #expect(finding.code == "FC003")
    #expect(finding.message == "missing field '\(key)'")
  }

  @Test func defaultsAre3RetriesGraceOf30SecondsStatus200AndEnabled() throws {
    let piece = """
      { "retries": null, "grace_period": null, "expected_status": null, "enabled": null }
      """
    let check = try #require(
      try LaidSample(check: piece).snapshot.project.healthChecks.get().last)
    #expect(check.retries == .value(3))
    #expect(check.gracePeriod == .value(30))
    #expect(check.expectedStatus == .value(200))
    #expect(check.enabled == .value(true))
  }

  @Test func checkTypeIsHTTPTCPOrExec() throws {
    #expect(
      try LaidSample(check: #"{ "check_type": "udp" }"#).only.message
        == "'udp' is not one of http, tcp, exec")
  }

  // MARK: What Fly.io changes or refuses

  @Test(arguments: [("grace_period", 60, 61), ("interval", 60, 61)])
  func warnsOfTimesThatFlyLowers(key: String, kept: Int, lowered: Int) throws {
    #expect(try LaidSample(check: #"{ "\#(key)": \#(kept) }"#).codes == [])
    #expect(
      try LaidSample(check: #"{ "\#(key)": \#(lowered) }"#).only
        == FindingText(
          "FC409", "\(key) is \(lowered) s, which Fly.io lowers to 60 s",
          help: "write 60, so that the file says what happens", at: key))
  }

  @Test func warnsOfEachTimeThatFlyLowers() throws {
    let piece = #"{ "interval": 900, "timeout": 90, "grace_period": 300 }"#
    #expect(try LaidSample(check: piece).codes == ["FC409", "FC409", "FC409"])
  }

  @Test(arguments: [
    #"{ "interval": 300, "enabled": false }"#,
    #"{ "check_type": "tcp", "endpoint": "6379", "interval": 300, "grace_period": 300 }"#,
  ])
  func leavesTimesAloneThatFlyDoesNotChange(piece: String) throws {
    #expect(try LaidSample(check: piece).codes == [])
  }

  @Test func leavesAloneWhatStandsInAnUnmanagedService() throws {
    let sample = try LaidSample([
      .healthChecks: #"{ "interval": 300, "expected_status": 204, "retries": 1 }"#,
      .deployment: #"{ "unmanaged": ["http_service"] }"#,
    ])
    #expect(sample.codes.filter { $0.hasPrefix("FC4") } == [])
  }

  @Test(arguments: [(2, true), (1, false)])
  func flyRefusesATCPCheckBelowTwoSeconds(interval: Int, isLegal: Bool) throws {
    let sample = try LaidSample(
      check: """
        { "check_type": "tcp", "endpoint": "6379", "interval": \(interval), "timeout": 1 }
        """)
    #expect(sample.codes.contains("FC416") != isLegal)
  }

  @Test func saysWhatFlyRefuses() throws {
    let long = #"{ "check_type": "tcp", "endpoint": "6379", "interval": 300, "timeout": 61 }"#
    #expect(
      try LaidSample(check: long).only
        == FindingText(
          "FC416", "timeout is 61 s, and Fly.io refuses a tcp check with more than 60 s",
          help: "write 60", at: "timeout"))
    let short = #"{ "check_type": "tcp", "endpoint": "6379", "interval": 1, "timeout": 1 }"#
    let finding = try LaidSample(check: short).findings.first { $0.rule.code == "FC416" }
    #expect(finding?.message == "Fly.io refuses a tcp check with an interval below 2 s")
    #expect(finding?.rule.isSuppressible == false)
  }

  // MARK: What fly.toml has no words for

  @Test(arguments: [
    (
      #"{ "expected_status": 301 }"#, "expected_status",
      "fly.toml cannot ask for the status 301, only for 200 to 299",
      "let the endpoint answer 200 when all is well"
    ),
    (
      #"{ "expected_body": "ok" }"#, "expected_body", "fly.toml cannot ask for a body",
      "let the endpoint answer another status than 2xx when its body would be wrong"
    ),
    (
      #"{ "retries": 1 }"#, "retries",
      "fly.toml cannot ask for retries: each probe of Fly.io is one attempt",
      "expect a machine to leave service at its first failed probe"
    ),
    (
      #"{ "check_type": "exec", "endpoint": "bin/ready" }"#, "check_type",
      "fly.toml runs an exec check once in a deployment, not at an interval",
      "let an http or tcp check ask for what the command finds out"
    ),
    (
      #"{ "check_type": "tcp", "endpoint": "db.internal:5432" }"#, "endpoint",
      "fly.toml cannot name the host 'db.internal': Fly.io asks the machine itself",
      "write the port alone, '5432'"
    ),
  ])
  func notesWhatFlyTomlCannotExpress(
    piece: String, field: String, message: String, help: String
  ) throws {
    let finding = try #require(try LaidSample(check: piece).findings.first)
    #expect(FindingText(finding) == FindingText("FC411", message, help: help, at: field))
    #expect(finding.rule.severity == .note)
  }

  @Test(arguments: [
    #"{ "expected_status": 204 }"#, #"{ "expected_status": 299 }"#, #"{ "retries": 3 }"#,
    #"{ "expected_status": 503, "retries": 1, "enabled": false }"#,
  ])
  func notesNothingThatFlyTomlExpresses(piece: String) throws {
    #expect(try LaidSample(check: piece).codes == [])
  }

  // MARK: Expectations and environments without effect

  @Test func onlyAnHTTPCheckLooksAtStatusAndBody() throws {
    let piece = """
      { "check_type": "tcp", "endpoint": "6379", "expected_status": 204, "expected_body": "PONG" }
      """
    #expect(
      try LaidSample(check: piece).findings.map(FindingText.init) == [
        FindingText(
          "FC417", "a check of the type 'tcp' does not look at a status",
          help: "remove expected_status, or make it an http check", at: "expected_status"),
        FindingText(
          "FC417", "a check of the type 'tcp' does not look at a body",
          help: "remove expected_body, or make it an http check", at: "expected_body"),
      ])
  }

  @Test func aCheckThatNamesItsEnvironmentsNamesAtLeastOne() throws {
    #expect(
      try LaidSample(check: #"{ "environments": [] }"#).only
        == FindingText(
          "FC418", "environments is empty, so that the check runs nowhere",
          help: #"remove the field to run the check everywhere, or write "enabled": false"#,
          at: "environments"))
  }

  // MARK: At least one enabled check

  private static func file(_ fields: String) -> [ProjectFile: String] {
    [
      .healthChecks: """
      { "health_checks": [ { "id": "7c2f5b1e-93d4-4c6a-8a1e-5f0d2b3c4e6f",
        "check_type": "http", "endpoint": "/up", "interval": 30, "timeout": 5,
        "alert_threshold": 3\(fields) } ] }
      """
    ]
  }

  @Test(arguments: [
    (#", "enabled": false"#, "enabled", "enable this check, or add one"),
    (
      #", "environments": ["staging"]"#, "environments",
      "add 'production' to the environments of a check"
    ),
  ])
  func warnsWhereNoCheckIsEnabledInProduction(fields: String, field: String, help: String) {
    #expect(
      findings(Self.file(fields)).map(FindingText.init) == [
        FindingText("FC413", "no check is enabled in production", help: help, at: field)
      ])
  }

  @Test func warnsOfAnEmptyListOfChecks() {
    #expect(
      findings([.healthChecks: #"{ "health_checks": [] }"#]).map(FindingText.init) == [
        FindingText(
          "FC413", "no check is enabled in production",
          help: "add a check, at least one that connects to the port", at: "")
      ])
  }

  @Test(arguments: [
    #", "environments": ["production"]"#, #", "environments": ["staging", "production"]"#,
  ])
  func acceptsOneCheckForProduction(fields: String) {
    #expect(findings(Self.file(fields)).isEmpty)
  }

  @Test func saysNothingOfMissingChecksWhereSomethingIsUnreadable() {
    #expect(findings(Self.file(#", "enabled": "no""#)).map(\.rule.code) == ["FC005"])
    #expect(findings(Self.file(#", "environments": []"#)).map(\.rule.code) == ["FC418"])
  }

  @Test func saysNothingOfMissingChecksInAnUnmanagedService() throws {
    let sample = try LaidSample([.deployment: #"{ "unmanaged": ["http_service"] }"#])
    var files = sample.files
    files[.healthChecks] = #"{ "health_checks": [] }"#
    #expect(findings(files).filter { $0.rule.code == "FC413" }.isEmpty)
  }

  // MARK: Duplicates

  @Test func warnsOfTwoChecksThatAskForTheSame() throws {
    #expect(
      try LaidSample(check: #"{ "endpoint": "/health", "interval": 60, "retries": 3 }"#).only
        == FindingText(
          "FC414", "health_checks[0] asks for the same and expects the same",
          help: "remove one of the two, or tell them apart by their environments",
          at: "endpoint"))
  }

  @Test(arguments: [
    #"{ "endpoint": "/health", "enabled": false }"#,
    #"{ "endpoint": "/health", "expected_status": 204 }"#,
    #"[{ "environments": ["staging"] }, { "environments": ["production", "development"] }]"#,
    #"[{ "check_type": "tcp", "endpoint": "80" }, { "check_type": "tcp", "endpoint": "81" }]"#,
  ])
  func leavesChecksAloneThatDiffer(piece: String) throws {
    #expect(try LaidSample(check: piece).codes == [])
  }

  @Test func reportsADuplicateOnceHoweverManyEnvironmentsShareIt() throws {
    let piece = #"[{ "environments": ["staging", "development"] }, {}, {}]"#
    #expect(try LaidSample(check: piece).codes == ["FC414", "FC414"])
  }
}
