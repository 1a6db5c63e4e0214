import Documents
import Testing

@testable import DeployModel

/// Data model, "Validation Rules": those that no other test carries by name.
@Suite("Data model: Validation Rules")
struct DataModelRuleTests {
  @Test("High priority credentials must have rotation schedule <= 30 days")
  func highPriorityCredentialsHaveAScheduleOfAtMost30Days() throws {
    func codes(_ next: String) throws -> [String] {
      try EntrySample(credentials: [
        """
        { "rotation_priority": "high", "last_rotated": "2026-11-10", "next_rotation": "\(next)" }
        """
      ]).codes
    }
    #expect(try codes("2026-12-10") == [])
    #expect(try codes("2026-12-11") == ["FC304"])
  }

  @Test(
    "Resource allocations must be within Fly.io limits",
    arguments: [
      ("cpu", "shared-cpu-8x", 8, 4_096, 10, []), ("cpu", "shared-cpu-8x", 9, 4_096, 10, ["FC108"]),
      ("memory", "shared-cpu-2x", 2, 4_096, 10, []),
      ("memory", "shared-cpu-2x", 2, 4_352, 10, ["FC110"]),
      ("memory", "performance-2x", 2, 4_096, 10, []),
      ("memory", "performance-2x", 2, 3_072, 10, ["FC110"]),
      ("storage", "shared-cpu-2x", 2, 1_024, 500, []),
      ("storage", "shared-cpu-2x", 2, 1_024, 501, ["FC111"]),
    ] as [(String, String, Int, Int, Int, [String])])
  func resourceAllocationsAreWithinFlyLimits(
    what: String, type: String, cpus: Int, megabytes: Int, gigabytes: Int, codes: [String]
  ) throws {
    let ofDeployment = ["FC108", "FC109", "FC110", "FC111"]
    let sample = try PatchedSample([
      .deployment: """
      { "resource_cpu": \(cpus), "resource_memory": "\(megabytes)MB",
        "resource_storage": "\(gigabytes)GB" }
      """,
      .resources: #"{ "instance_type": "\#(type)" }"#,
    ])
    #expect(sample.codes.filter(ofDeployment.contains) == codes, "\(what)")
  }

  @Test("App name must be unique across Fly.io platform: no two environments share it")
  func noTwoEnvironmentsShareAnAppName() throws {
    func codes(_ staging: String) throws -> [String] {
      let patch = #"{ "environments": { "staging": { "domain": "x.example.com"\#(staging) } } }"#
      let certificate = #"{ "environments": { "staging": { "domain": "x.example.com" } } }"#
      return try PatchedSample([.deployment: patch, .certificate: certificate]).codes
    }
    #expect(try codes("") == ["FC121"])
    #expect(try codes(#", "app_name": "harbour""#) == ["FC121"])
    #expect(try codes(#", "app_name": "harbour-staging""#) == [])
  }
}

/// Data model, "Relationships".
@Suite("Data model: Relationships")
struct DataModelRelationshipTests {
  private static let stranger = "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11"

  @Test("DeploymentConfiguration has many EnvironmentVariable")
  func aDeploymentHasManyVariables() throws {
    let sample = try EntrySample(variables: ["{}", #"{ "key": "A" }"#, #"{ "key": "B" }"#])
    #expect(sample.codes == [])
    #expect(try sample.snapshot.project.variables.get().count == 3)
  }

  @Test("DeploymentConfiguration has many HealthCheck")
  func aDeploymentHasManyHealthChecks() throws {
    let sample = try LaidSample(check: #"[{ "endpoint": "/a" }, { "endpoint": "/b" }]"#)
    #expect(sample.codes == [])
    #expect(try sample.snapshot.project.healthChecks.get().count == 3)
  }

  @Test(
    "DeploymentConfiguration has one ResourceAllocation and one SSLCertificate",
    arguments: [ProjectFile.resources, .certificate])
  func aDeploymentHasOneOfEach(file: ProjectFile) throws {
    let text = try #require(SampleProject.files[file])
    let found = findings([file: "[\(text), \(text)]"]).filter { $0.place.file == file.name }
    #expect(found.map(\.rule.code.text) == ["FC005"])
    #expect(try LaidSample([:], without: [file]).codes == ["FC014"])
  }

  @Test("DeploymentConfiguration references many CredentialManager")
  func aDeploymentReferencesManyCredentials() throws {
    let services = ["{}", #"{ "service_name": "a" }"#, #"{ "service_name": "b" }"#]
    let sample = try EntrySample(credentials: services)
    #expect(sample.findings.map(\.message) == [])
    let deployment = try #require(try sample.snapshot.project.deployment.get()).production
    #expect(try deployment.credentials.get()?.count == 3)
    let dangling = try EntrySample(
      credentials: services,
      deployment: """
        { "credentials": ["\(EntrySample.id(0))", "\(EntrySample.id(1))", "\(EntrySample.id(2))",
          "\(Self.stranger)"] }
        """)
    #expect(dangling.findings.map(\.rule.code.text) == ["FC116"])
    #expect(dangling.pointers(of: "FC116") == ["/credentials/3"])
  }

  @Test("DeploymentLog references DeploymentConfiguration")
  func aLogReferencesItsDeploymentByName() throws {
    #expect(try LaidSample(deployment: "{}").codes == [])
    #expect(try LaidSample(deployment: #"{ "app_name": "harbour" }"#).codes == [])
    #expect(try LaidSample(deployment: #"{ "app_name": "lighthouse" }"#).codes == ["FC712"])
  }

  @Test("CredentialManager has rotation history (self-referencing)")
  func credentialsHaveAHistory() throws {
    func chain(_ previous: String) throws -> [String] {
      try EntrySample(credentials: [
        #"{ "previous": "\#(EntrySample.id(1))" }"#, #"{ "previous": "\#(previous)" }"#, "{}",
      ]).codes
    }
    #expect(try chain(EntrySample.id(2)) == [])
    #expect(try chain(Self.stranger).contains("FC311"))
    #expect(try chain(EntrySample.id(1)).contains("FC312"))
    #expect(try chain(EntrySample.id(0)).contains("FC312"))
  }
}
