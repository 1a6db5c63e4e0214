import Documents
import Testing

@testable import DeployModel

/// FC604 and FC609: the allocation beside the deployment that uses it.
struct ResourceAllocationUseRuleTests {
  // MARK: Data model: DeploymentConfiguration has one ResourceAllocation

  @Test func theAllocationIsTheDeploymentsOwn() throws {
    let sample = try PatchedSample([
      .deployment: """
      { "resource_cpu": 1, "resource_memory": "2GB", "resource_storage": "20GB" }
      """
    ])
    #expect(sample.codes == ["FC604", "FC604", "FC604"])
    let findings = sample.findings(of: "FC604")
    #expect(findings.map(\.pointer) == ["/cpu_cores", "/memory_mb", "/storage_gb"])
    #expect(findings.map(\.place.file) == Array(repeating: "resources.json", count: 3))
    #expect(
      findings.map(\.message) == [
        "cpu_cores 2 differs from resource_cpu 1 in deployment.json",
        "memory_mb 1024 differs from resource_memory '2GB' in deployment.json",
        "storage_gb 10 differs from resource_storage '20GB' in deployment.json",
      ])
    #expect(
      findings.map(\.help) == [
        "write 1 here or 2 there", "write 2048 here or '1GB' there",
        "write 20 here or '10GB' there",
      ])
    #expect(findings.allSatisfy { $0.rule.severity == .error })
  }

  @Test func comparesMemoryByItsAmount() throws {
    #expect(try PatchedSample(deployment: #"{ "resource_memory": "1024MB" }"#).codes == [])
  }

  @Test func comparesWithinEachEnvironment() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "environments": {
            "staging": {
              "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev",
              "resource_storage": "1GB"
            }
          }
        }
        """)
    let finding = try sample.finding(of: "FC604")
    #expect(finding.environment == .staging)
    #expect(finding.help == "write 1 here or '10GB' there under 'environments.staging'")
    #expect(finding.pointer == "/storage_gb")
  }

  @Test(arguments: [
    ("resource_cpu", "vm"), ("resource_memory", "vm"), ("resource_storage", "mounts"),
  ])
  func leavesUnmanagedPartsAlone(key: String, part: String) throws {
    let value = key == "resource_cpu" ? "1" : "\"2GB\""
    let difference = #""\#(key)": \#(value)"#
    #expect(try PatchedSample(deployment: "{ \(difference) }").codes == ["FC604"])
    let unmanaged = #"{ \#(difference), "unmanaged": ["\#(part)"] }"#
    #expect(try PatchedSample(deployment: unmanaged).codes == [])
    let absent = #"{ "\#(key)": null, "unmanaged": ["\#(part)"] }"#
    #expect(try PatchedSample(deployment: absent).codes == [])
  }

  @Test func comparesWhatIsManagedBesideWhatIsNot() throws {
    let patch = """
      {
        "resource_cpu": 1, "resource_memory": "2GB", "resource_storage": "20GB",
        "unmanaged": ["vm", "scaling", "region", "http_service"]
      }
      """
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC604") == ["/storage_gb"])
  }

  @Test(arguments: [
    #"{ "resource_cpu": "4", "resource_storage": "20GB" }"#,
    #"{ "resource_cpu": 3, "resource_storage": "20GB" }"#,
    #"{ "resource_cpu": 16, "resource_storage": "20GB" }"#,
    #"{ "resource_memory": "700MB", "resource_storage": "20GB" }"#,
    #"{ "resource_memory": "700", "resource_storage": "20GB" }"#,
  ])
  func comparesWhatAnotherRuleRefusesNoMoreButTheRest(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC604") == ["/storage_gb"])
  }

  @Test(arguments: [
    #"{ "resource_storage": "501GB" }"#, #"{ "resource_storage": "0GB" }"#,
    #"{ "resource_storage": "20 GB" }"#, #"{ "resource_storage": 20 }"#,
    #"{ "resource_storage": "20GB", "unmanaged": ["mount"] }"#,
  ])
  func comparesNoStorageThatIsNone(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC604") == [])
  }

  @Test func comparesTheNumbersOfATypeThatIsUnknown() throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_cpu": 4, "resource_memory": "2GB" }"#,
      .resources: #"{ "instance_type": "huge" }"#,
    ])
    #expect(sample.codes == ["FC601", "FC604", "FC604"])
  }

  @Test func isSilentWhereTheDeploymentCannotBeRead() throws {
    var files = try PatchedSample(
      resources: #"{ "storage_gb": 20, "effective_date": "2999-01-01" }"#
    ).files
    files[.deployment] = "{"
    let codes = SampleProject.snapshot(files).validate(at: SampleProject.now).map(\.rule.code)
    #expect(Set(codes).isDisjoint(with: ["FC604", "FC609"]))
  }

  // MARK: Data model: effective_date, REQUIRED, when this configuration takes effect

  @Test func warnsOfAnAllocationThatIsNotYetInEffect() throws {
    let sample = try PatchedSample(resources: #"{ "effective_date": "2026-11-24" }"#)
    #expect(sample.codes == ["FC609"])
    let finding = try sample.finding(of: "FC609")
    #expect(
      finding.message
        == "effective_date '2026-11-24' is in the future, but the allocation is in use")
    #expect(
      finding.help
        == "write the day since which it is used, or go back to the one before until then")
    #expect(finding.pointer == "/effective_date")
    #expect(finding.rule.severity == .warning)
  }

  @Test func acceptsAnAllocationInEffectSinceToday() throws {
    #expect(try PatchedSample(resources: #"{ "effective_date": "2026-11-23" }"#).codes == [])
  }

  @Test(arguments: [
    #"{ "unmanaged": ["vm"], "resource_cpu": null, "resource_memory": null }"#,
    #"{ "unmanaged": 7 }"#,
  ])
  func saysNothingOfADayWhereTheMachinesAreNotDeployedFromHere(deployment: String) throws {
    let sample = try PatchedSample([
      .deployment: deployment, .resources: #"{ "effective_date": "2999-01-01" }"#,
    ])
    #expect(sample.pointers(of: "FC609") == [])
  }

  @Test func findsAnAllocationOfOneEnvironmentOnly() throws {
    let finding = try PatchedSample(
      resources: #"{ "environments": { "staging": { "effective_date": "2027-01-01" } } }"#
    ).finding(of: "FC609")
    #expect(finding.environment == .staging)
    #expect(finding.pointer == "/environments/staging/effective_date")
  }
}
