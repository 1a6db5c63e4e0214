import Documents
import Testing

@testable import DeployModel

/// FC112 to FC116, FC119 and FC120: scaling, times and references; and the entity's fields.
struct DeploymentConfigurationRuleTests {
  // MARK: Data model: REQUIRED, DEFAULT and AUTO

  @Test(arguments: [
    "app_name", "domain", "region_primary", "resource_cpu", "resource_memory",
    "resource_storage",
  ])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let sample = try PatchedSample(deployment: #"{ "\#(key)": null }"#)
    #expect(sample.missingFields(of: .deployment) == [key])
    #expect(sample.codes == [])
  }

  @Test func scalingDefaultsTo1To10AndIsAutomatic() throws {
    let sample = try PatchedSample(
      deployment: #"{ "scaling_min": null, "scaling_max": null, "auto_scaling": null }"#)
    let deployment = try #require(try sample.snapshot.project.deployment.get()).production
    #expect(deployment.scalingMin == .value(1))
    #expect(deployment.scalingMax == .value(10))
    #expect(deployment.autoScaling == .value(true))
    #expect(sample.codes == [])
  }

  // MARK: Data model: Scaling max must be greater than scaling min

  @Test(arguments: [(3, 3), (4, 3), (0, 0), (0, -1), (Int.max, Int.max)])
  func scalingMaxMustBeGreaterThanScalingMin(least: Int, most: Int) throws {
    let sample = try PatchedSample(
      deployment: #"{ "scaling_min": \#(least), "scaling_max": \#(most) }"#)
    #expect(sample.codes == ["FC112"])
    let finding = try sample.finding(of: "FC112")
    #expect(finding.message == "scaling_max \(most) is not greater than scaling_min \(least)")
    #expect(
      finding.help == "raise scaling_max above \(least)"
        + (most > 0 ? ", or lower scaling_min below \(most)" : ""))
    #expect(finding.pointer == "/scaling_max")
    #expect(finding.rule.severity == .error)
  }

  @Test(arguments: [(0, 1), (1, 2), (2, 3), (0, Int.max)])
  func acceptsAScalingMaxAboveScalingMin(least: Int, most: Int) throws {
    let sample = try PatchedSample(
      deployment: #"{ "scaling_min": \#(least), "scaling_max": \#(most) }"#)
    #expect(sample.codes == [])
  }

  @Test func comparesWithTheDefaultAndPointsToWhatIsWritten() throws {
    let sample = try PatchedSample(deployment: #"{ "scaling_min": 10, "scaling_max": null }"#)
    let finding = try sample.finding(of: "FC112")
    #expect(finding.message == "scaling_max 10 is not greater than scaling_min 10")
    #expect(finding.pointer == "/scaling_min")
    #expect(finding.place.start.line == 9)
  }

  @Test(arguments: [
    #"{ "scaling_min": "1", "scaling_max": 0 }"#, #"{ "scaling_min": 5, "scaling_max": "3" }"#,
    #"{ "scaling_min": 1.5, "scaling_max": 1 }"#,
  ])
  func comparesNoScalingThatCannotBeRead(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC112") == [])
  }

  @Test func findsScalingOfOneEnvironmentOnly() throws {
    let finding = try PatchedSample(
      deployment: #"{ "environments": { "development": { "scaling_max": 1 } } }"#
    ).finding(of: "FC112")
    #expect(finding.environment == .development)
    #expect(finding.pointer == "/environments/development/scaling_max")
  }

  // MARK: scaling_min

  @Test(arguments: [-1, Int.min])
  func refusesANegativeMinimum(least: Int) throws {
    let sample = try PatchedSample(
      deployment: #"{ "scaling_min": \#(least), "scaling_max": -2, "auto_scaling": false }"#)
    #expect(sample.codes == ["FC113"])
    let finding = try sample.finding(of: "FC113")
    #expect(finding.message == "scaling_min \(least) is negative")
    #expect(
      finding.help == "write 0 to let every instance stop, or the number that always runs")
    #expect(finding.pointer == "/scaling_min")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: [0, 2])
  func warnsOfAMinimumWithoutEffect(least: Int) throws {
    let sample = try PatchedSample(
      deployment: #"{ "scaling_min": \#(least), "auto_scaling": false }"#)
    #expect(sample.codes == ["FC114"])
    let finding = try sample.finding(of: "FC114")
    #expect(
      finding.message == "scaling_min \(least) has no effect while auto_scaling is false")
    #expect(finding.help == "set auto_scaling to true, or remove scaling_min")
    #expect(finding.pointer == "/scaling_min")
    #expect(finding.rule.severity == .warning)
  }

  @Test(arguments: [
    #"{ "scaling_min": 1, "auto_scaling": false }"#,
    #"{ "scaling_min": null, "auto_scaling": false }"#,
    #"{ "scaling_min": 2, "auto_scaling": true }"#,
    #"{ "scaling_min": 2, "auto_scaling": null }"#,
    #"{ "scaling_min": 2, "auto_scaling": false, "unmanaged": ["scaling"] }"#,
    #"{ "scaling_min": 2, "auto_scaling": false, "unmanaged": ["http_service"] }"#,
  ])
  func isSilentOnAMinimumThatSaysNothingOrHasEffect(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).codes == [])
  }

  @Test(arguments: [
    #"{ "scaling_min": 2, "auto_scaling": "off" }"#,
    #"{ "scaling_min": 2, "auto_scaling": false, "unmanaged": ["scalling"] }"#,
  ])
  func judgesNoMinimumByWhatCannotBeRead(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC114") == [])
  }

  // MARK: created_at and updated_at

  @Test func warnsOfAnUpdateBeforeTheCreation() throws {
    let finding = try PatchedSample(
      deployment: #"{ "updated_at": "2026-01-05T08:59:59Z" }"#
    ).finding(of: "FC115")
    #expect(
      finding.message
        == "updated_at '2026-01-05T08:59:59Z' is before created_at '2026-01-05T09:00:00Z'")
    #expect(finding.help == "correct the one that is wrong")
    #expect(finding.pointer == "/updated_at")
    #expect(finding.rule.severity == .warning)
  }

  @Test(arguments: [
    #"{ "updated_at": "2026-01-05T09:00:00Z" }"#, #"{ "updated_at": null }"#,
    #"{ "created_at": null }"#, #"{ "updated_at": "yesterday" }"#,
  ])
  func comparesNoTimesThatAreEqualOrAbsent(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC115") == [])
  }
}
