import Documents
import Testing

@testable import DeployModel

/// FC001 to FC011 and FC014, what the reader of documents finds and what ids and files say.
struct DocumentRuleTests {
  @Test func saysWhereAFileStopsBeingJSON() throws {
    let finding = try #require(findings([.resources: "{ \"id\": }\n"]).first)
    #expect(finding.rule.code == "FC001")
    #expect(finding.place.file == "resources.json")
    #expect(finding.place.start == SourcePosition(line: 1, column: 9))
  }

  @Test func aFileThatIsNotJSONSilencesOnlyWhatNeedsIt() {
    let found = findings([
      .credentials: "[", .healthChecks: #"{ "health_checks": [ { "interval": 0 } ] }"#,
    ])
    #expect(found.contains { $0.rule.code == "FC405" })
    #expect(!found.contains { $0.place.file == "deployment.json" })
  }

  @Test func aMisspelledFieldIsOneFinding() throws {
    #expect(
      try LaidSample(check: #"{ "interval": null, "intervall": 30 }"#).only
        == FindingText(
          "FC002", "unknown field 'intervall'", help: "did you mean 'interval'?",
          at: "intervall"))
  }

  @Test func aRequiredFieldIsMissing() throws {
    let sample = try LaidSample(certificate: #"{ "domain": null }"#)
    #expect(
      try sample.only
        == FindingText(
          "FC003", "missing field 'domain'",
          help: "add it; it holds: Domain name; may be a wildcard", at: ""))
    #expect(sample.findings[0].subject?.kind == "SSLCertificate")
  }

  @Test func anEnvironmentCannotRemoveARequiredField() throws {
    #expect(
      try LaidSample([
        .certificate: #"{ "environments": { "staging": { "status": "pending" } } }"#
      ]).codes == ["FC504"])
    let files: [ProjectFile: String] = [
      .certificate: """
      {
        "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
        "domain": "harbour.fly.dev",
        "status": "pending",
        "environments": { "staging": { "status": null } }
      }
      """
    ]
    #expect(
      findings(files).map(FindingText.init) == [
        FindingText(
          "FC003", "the required field 'status' cannot be removed by an environment",
          help: "write the environment's own value, or leave the field out of the patch",
          at: "status")
      ])
  }

  @Test func aFieldStandsOnce() {
    let text = SampleProject.files[.resources]?
      .replacing("\"storage_gb\": 10,", with: "\"storage_gb\": 20, \"storage_gb\": 10,")
    let found = findings([.resources: text ?? ""])
    #expect(found.map(\.rule.code) == ["FC004"])
    #expect(found.map(\.message) == ["the field 'storage_gb' stands more than once in one object"])
  }

  @Test func aValueHasItsType() throws {
    #expect(
      try LaidSample(check: #"{ "enabled": "yes" }"#).only
        == FindingText(
          "FC005", "expected true or false, found a string", help: "write true or false here",
          at: "enabled"))
  }

  @Test func aWordIsOneOfItsField() throws {
    #expect(
      try LaidSample(check: #"{ "check_type": "HTTP" }"#).only
        == FindingText(
          "FC006", "'HTTP' is not one of http, tcp, exec", help: "did you mean 'http'?",
          at: "check_type"))
  }

  @Test func idsDatesAndTimestampsHaveTheirForm() throws {
    #expect(
      try LaidSample(check: #"{ "id": "{7C2F5B1E-93D4-4C6A-8A1E-5F0D2B3C4E60}" }"#).only
        == FindingText(
          "FC007",
          "'{7C2F5B1E-93D4-4C6A-8A1E-5F0D2B3C4E60}' is no UUID, "
            + "expected 8-4-4-4-12 hexadecimal digits",
          help: "write '7c2f5b1e-93d4-4c6a-8a1e-5f0d2b3c4e60'", at: "id"))
    #expect(
      try LaidSample([.resources: #"{ "effective_date": "2026-02-29" }"#]).only
        == FindingText(
          "FC008", "'2026-02-29' is no date: month 2 of 2026 has 28 days, found day 29",
          help: nil, at: "effective_date"))
    #expect(
      try LaidSample(certificate: #"{ "issued_at": "2026-10-20T02:00:00+02:00" }"#).only
        == FindingText(
          "FC009",
          "the timestamp '2026-10-20T02:00:00+02:00' has the offset '+02:00', expected UTC",
          help: "write '2026-10-20T00:00:00Z'", at: "issued_at"))
  }

  @Test func whatCommandsFillInMayBeMissing() throws {
    let sample = try LaidSample([.deployment: #"{ "created_at": null }"#])
    #expect(
      try sample.only
        == FindingText(
          "FC010", "missing field 'created_at', which commands fill in",
          help: "add it; it holds: Configuration creation time", at: ""))
    #expect(sample.findings[0].rule.severity == .warning)
  }

  // MARK: Data model: id, PK, NOT NULL

  @Test(arguments: [ProjectFile.variables, .credentials, .healthChecks])
  func anIDIsOfOneEntryOnly(file: ProjectFile) throws {
    let id = "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e"
    let found = try LaidSample([file: #"[{ "id": "\#(id)" }, { "id": "\#(id.uppercased())" }]"#])
      .findings.filter { $0.rule.code == "FC011" }
    let path = file.entryPath(1).description
    #expect(
      found.map(FindingText.init) == [
        FindingText(
          "FC011", "\(path) has the id '\(id)' already",
          help: "give this entry an id of its own", at: "id")
      ])
    #expect(found.map(\.pointer) == [file.entryPath(2).appending("id").pointer])
  }

  @Test func entriesOfDifferentFilesMayShareAnID() throws {
    let id = "b6a3f0d4-52c8-4e0c-8f0a-6d1f2e3c4b5a"
    #expect(try LaidSample(check: #"{ "id": "\#(id)" }"#).codes == [])
  }

  @Test func linesOfADeploymentShareItsID() throws {
    let id = "1d2c3b4a-5f6e-4d7c-8b9a-0f1e2d3c4b5a"
    let line =
      """
      { "id": "\(id)", "started_at": "2026-11-20T10:00:00Z",
        "completed_at": "2026-11-20T10:03:20Z" }
      """
    #expect(try LaidSample(deployment: line).codes == [])
  }

  @Test func idsThatAreMissingOrMalformedAreNoDoubles() throws {
    let piece =
      #"[{ "id": null }, { "id": null, "endpoint": "/a" }, { "id": "x", "endpoint": "/b" }]"#
    #expect(try LaidSample(check: piece).codes == ["FC010", "FC010", "FC007"])
  }

  // MARK: Data model: has one ResourceAllocation, has one SSLCertificate

  @Test func aDeploymentHasOneResourceAllocationAndOneCertificate() throws {
    let sample = try LaidSample([:], without: [.resources, .certificate])
    #expect(
      sample.findings.map(FindingText.init) == [
        FindingText(
          "FC014", "the project has no certificate.json",
          help: "add the certificate of the domain: `flyconf schema certificate` prints its fields",
          at: ""),
        FindingText(
          "FC014", "the project has no resources.json",
          help: "add the machine's type and cost: `flyconf schema resources` prints its fields",
          at: ""),
      ])
    #expect(sample.findings.allSatisfy { $0.rule.severity == .note })
    #expect(sample.findings.allSatisfy { $0.place.file == "deployment.json" })
    #expect(sample.findings.allSatisfy { $0.environment == nil })
  }

  @Test func anUnmanagedMachineNeedsNoResourceAllocation() throws {
    let piece = #"{ "unmanaged": ["vm"] }"#
    let sample = try LaidSample([.deployment: piece], without: [.resources, .certificate])
    #expect(sample.findings.filter { $0.rule.code == "FC014" }.count == 1)
  }

  @Test func aFileThatCannotBeReadIsNotMissing() {
    #expect(findings([.certificate: "", .resources: ""]).map(\.rule.code) == ["FC001", "FC001"])
  }

  @Test func otherFilesMayBeMissing() throws {
    let sample = try LaidSample(
      [.deployment: #"{ "credentials": null }"#],
      without: [.variables, .credentials, .deployments])
    #expect(sample.codes == [])
  }

  @Test func aProjectWithoutHealthChecksIsToldSoAtItsDeployment() throws {
    let sample = try LaidSample([:], without: [.healthChecks])
    #expect(sample.codes == ["FC413"])
    #expect(sample.findings.first?.place.file == "deployment.json")
    #expect(sample.findings.first?.message == "no check is enabled in production")
  }
}
