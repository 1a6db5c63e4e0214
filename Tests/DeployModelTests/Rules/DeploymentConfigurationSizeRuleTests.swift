import Testing

@testable import DeployModel

/// FC108 to FC111, FC117 and FC118: the size of an instance.
struct DeploymentConfigurationSizeRuleTests {
  /// The sample with a machine; its `resources.json` has the type and agrees with the rest.
  private func sample(
    _ type: String, _ cpus: Int, _ memory: String, _ megabytes: Int
  ) throws -> PatchedSample {
    try PatchedSample([
      .deployment: #"{ "resource_cpu": \#(cpus), "resource_memory": "\#(memory)" }"#,
      .resources: """
      { "instance_type": "\(type)", "cpu_cores": \(cpus), "memory_mb": \(megabytes) }
      """,
    ])
  }

  // MARK: Data model: resource_cpu, REQUIRED, 1-8

  @Test(arguments: [(0, 1), (-1, 1), (9, 8), (16, 8), (Int.min, 1), (Int.max, 8)])
  func resourceCPUIsFrom1To8(cpus: Int, nearest: Int) throws {
    let sample = try PatchedSample(deployment: #"{ "resource_cpu": \#(cpus) }"#)
    #expect(sample.codes == ["FC108"])
    let finding = try sample.finding(of: "FC108")
    #expect(finding.message == "resource_cpu \(cpus) is outside 1 to 8")
    #expect(finding.help == "write \(nearest)")
    #expect(finding.pointer == "/resource_cpu")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: Data model: Resource allocations must be within Fly.io limits

  @Test(arguments: [1, 2, 4, 6, 8])
  func acceptsTheNumbersOfCPUsThatFlySells(cpus: Int) throws {
    #expect(try sample("shared-cpu-\(cpus)x", cpus, "2GB", 2_048).codes == [])
  }

  @Test(arguments: [
    (3, "shared-cpu-2x", "no shared machine with 3 CPUs is sold", "write 2 or 4"),
    (5, "performance-4x", "no performance machine with 5 CPUs is sold", "write 4 or 6"),
    (7, "shared-cpu-2x", "no shared machine with 7 CPUs is sold", "write 6 or 8"),
  ])
  func refusesANumberOfCPUsThatFlyDoesNotSell(
    cpus: Int, type: String, message: String, help: String
  ) throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_cpu": \#(cpus) }"#,
      .resources: #"{ "instance_type": "\#(type)" }"#,
    ])
    let finding = try sample.finding(of: "FC109")
    #expect(finding.message == message)
    #expect(finding.help == help)
    #expect(finding.pointer == "/resource_cpu")
    #expect(!finding.rule.isSuppressible)
    #expect(!sample.codes.contains("FC108"))
    #expect(!sample.codes.contains("FC110"))
  }

  @Test(arguments: [
    ("shared-cpu-1x", 1, "256MB", 256), ("shared-cpu-1x", 1, "2GB", 2_048),
    ("shared-cpu-2x", 2, "768MB", 768), ("shared-cpu-8x", 8, "16GB", 16_384),
    ("performance-1x", 1, "2GB", 2_048), ("performance-1x", 1, "8192MB", 8_192),
    ("performance-2x", 2, "5GB", 5_120), ("performance-8x", 8, "64GB", 65_536),
  ])
  func acceptsMemoryWithinFlyLimits(
    type: String, cpus: Int, memory: String, megabytes: Int
  ) throws {
    #expect(try sample(type, cpus, memory, megabytes).codes == [])
  }

  @Test(arguments: [
    ("shared-cpu-1x", 1, "255MB", "is outside the 256MB to 2GB of 1 shared CPU", "'256MB'"),
    ("shared-cpu-1x", 1, "2049MB", "is outside the 256MB to 2GB of 1 shared CPU", "'2GB'"),
    ("shared-cpu-2x", 2, "700MB", "is not a multiple of 256MB", "'512MB' or '768MB'"),
    ("shared-cpu-8x", 8, "32GB", "is outside the 2GB to 16GB of 8 shared CPUs", "'16GB'"),
    ("performance-2x", 2, "512MB", "is outside the 4GB to 16GB of 2 performance CPUs", "'4GB'"),
    ("performance-2x", 2, "4608MB", "is not a multiple of 1GB", "'4GB' or '5GB'"),
  ])
  func refusesMemoryOutsideFlyLimits(
    type: String, cpus: Int, memory: String, fault: String, nearest: String
  ) throws {
    let sample = try sample(type, cpus, memory, cpus * (type.hasPrefix("s") ? 256 : 2_048))
    #expect(sample.codes == ["FC110"])
    let finding = try sample.finding(of: "FC110")
    #expect(finding.message == "resource_memory '\(memory)' \(fault)")
    #expect(finding.help == "write \(nearest)")
    #expect(finding.pointer == "/resource_memory")
    #expect(!finding.rule.isSuppressible)
  }

  @Test func takesMachinesAsSharedOnesWithoutResources() throws {
    let patch = #"{ "resource_memory": "8GB" }"#
    let sample = try PatchedSample([.deployment: patch], without: [.resources])
    #expect(
      try sample.finding(of: "FC110").message
        == "resource_memory '8GB' is outside the 512MB to 4GB of 2 shared CPUs")
  }

  @Test(arguments: [#"{ "instance_type": "huge" }"#, #"{ "instance_type": 7 }"#, "[]"])
  func judgesNoSizeByAnInstanceTypeThatIsNone(resources: String) throws {
    var files = try PatchedSample([
      .deployment: #"{ "resource_cpu": 3, "resource_memory": "100GB" }"#
    ]).files
    files[.resources] = resources
    let codes = SampleProject.snapshot(files).validate(at: SampleProject.now).map(\.rule.code)
    #expect(Set(codes).isDisjoint(with: ["FC109", "FC110"]))
  }

  @Test func takesTheKindOfMachineFromTheSameEnvironment() throws {
    let sample = try PatchedSample([
      .deployment: """
      {
        "environments": {
          "staging": {
            "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev",
            "resource_memory": "4GB"
          }
        }
      }
      """,
      .resources: """
      { "environments": { "staging": { "instance_type": "performance-2x", "memory_mb": 4096 } } }
      """,
      .certificate: #"{ "environments": { "staging": { "domain": "harbour-staging.fly.dev" } } }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test(arguments: [
    #"{ "resource_cpu": "2", "resource_memory": "100GB" }"#,
    #"{ "resource_cpu": null, "resource_memory": "100GB" }"#,
    #"{ "resource_cpu": 9, "resource_memory": "100GB" }"#,
    #"{ "resource_cpu": 3, "resource_memory": "100GB" }"#,
    #"{ "resource_memory": 100 }"#,
    #"{ "resource_memory": "100" }"#,
  ])
  func comparesNoMemoryWithCPUsThatAreUnknown(patch: String) throws {
    #expect(try PatchedSample(deployment: patch).pointers(of: "FC110") == [])
  }

  @Test func comparesNothingWithMoreCPUsThanTheDataModelAllows() throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_cpu": 16, "resource_memory": "1GB" }"#,
      .resources: """
      { "instance_type": "performance-2x", "cpu_cores": 2, "memory_mb": 4096 }
      """,
    ])
    #expect(sample.pointers(of: "FC108") == ["/resource_cpu"])
    #expect(sample.pointers(of: "FC110") == [])
    #expect(!sample.pointers(of: "FC604").contains("/cpu_cores"))
  }

  // MARK: Data model: resource_memory, REQUIRED, as in "4GB"

  @Test(arguments: ["", "4", "4gb", "4 GB", "4GiB", "1.5GB", "0MB", "-1GB", "4TB", "many"])
  func resourceMemoryIsAWholeNumberOfMBOrGB(memory: String) throws {
    let sample = try PatchedSample(deployment: #"{ "resource_memory": "\#(memory)" }"#)
    #expect(sample.codes == ["FC117"])
    #expect(sample.pointers(of: "FC117") == ["/resource_memory"])
  }

  @Test func proposesTheRightFormOfMemory() throws {
    let finding = try PatchedSample(deployment: #"{ "resource_memory": "4 gb" }"#)
      .finding(of: "FC117")
    #expect(
      finding.message == "the memory size '4 gb' has ' gb' after the number, "
        + "expected a whole number and MB or GB")
    #expect(finding.help == "write '4GB'")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: Data model: resource_storage, REQUIRED, as in "10GB"

  @Test(arguments: ["", "10", "10gb", "10 GB", "10240MB", "1TB", "1.5GB", "-1GB", "much"])
  func resourceStorageIsAWholeNumberOfGB(storage: String) throws {
    let sample = try PatchedSample(deployment: #"{ "resource_storage": "\#(storage)" }"#)
    #expect(sample.codes == ["FC118"])
    #expect(sample.pointers(of: "FC118") == ["/resource_storage"])
  }

  @Test func proposesTheRightFormOfStorage() throws {
    let finding = try PatchedSample(deployment: #"{ "resource_storage": "10240MB" }"#)
      .finding(of: "FC118")
    #expect(
      finding.message
        == "the storage size '10240MB' is in MB, expected a whole number and GB")
    #expect(finding.help == "write '10GB'")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: [
    ("0GB", "1GB"), ("501GB", "500GB"), ("9223372036854775807GB", "500GB"),
  ])
  func refusesStorageThatNoVolumeCanHave(storage: String, nearest: String) throws {
    let sample = try PatchedSample(deployment: #"{ "resource_storage": "\#(storage)" }"#)
    #expect(sample.codes == ["FC111"])
    let finding = try sample.finding(of: "FC111")
    #expect(
      finding.message == "resource_storage '\(storage)' is outside the 1GB to 500GB of a volume")
    #expect(finding.help == "write '\(nearest)'")
    #expect(finding.pointer == "/resource_storage")
    #expect(!finding.rule.isSuppressible)
  }

  @Test func callsANumberWithTooManyDigitsMalformed() throws {
    let sample = try PatchedSample(
      deployment: #"{ "resource_storage": "99999999999999999999GB" }"#)
    #expect(sample.codes == ["FC118"])
  }

  @Test(arguments: [1, 500])
  func acceptsStorageAtTheLimits(gigabytes: Int) throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_storage": "\#(gigabytes)GB" }"#,
      .resources: #"{ "storage_gb": \#(gigabytes) }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test func letsTheSizeBeAbsentWhereItIsUnmanaged() throws {
    let sample = try PatchedSample(
      deployment: """
        {
          "resource_cpu": null, "resource_memory": null, "resource_storage": null,
          "unmanaged": ["vm", "mounts"]
        }
        """)
    #expect(sample.codes == [])
  }
}
