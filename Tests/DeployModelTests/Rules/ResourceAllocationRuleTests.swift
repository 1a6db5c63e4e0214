import Documents
import Testing

@testable import DeployModel

/// FC601 to FC609.
struct ResourceAllocationRuleTests {
  // MARK: Data model: REQUIRED and DEFAULT

  @Test(arguments: [
    "instance_type", "cpu_cores", "memory_mb", "storage_gb", "cost_per_hour", "effective_date",
  ])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let sample = try PatchedSample(resources: #"{ "\#(key)": null }"#)
    #expect(sample.missingFields(of: .resources) == [key])
    #expect(sample.codes == [])
  }

  @Test func scalingTriggersDefaultTo80And85PercentAnd100Requests() throws {
    let resources = try SampleProject.snapshot().project.resources.get()
    let allocation = try #require(resources).production
    #expect(allocation.scalingTriggerCPU == .value(80))
    #expect(allocation.scalingTriggerMemory == .value(85))
    #expect(allocation.scalingTriggerRequests == .value(100))
  }

  // MARK: Data model: instance_type, REQUIRED, Fly.io machine type

  @Test(arguments: MachineSize.all)
  func acceptsEverySizeThatFlySells(size: MachineSize) throws {
    let sample = try PatchedSample(
      resources: """
        {
          "instance_type": "\(size.name)", "cpu_cores": \(size.cpus),
          "memory_mb": \(size.memory)
        }
        """)
    #expect(sample.codes.filter { ["FC601", "FC602", "FC603"].contains($0) } == [])
  }

  @Test(arguments: [
    (
      "shared-cpu-3x", "no machine size has the name 'shared-cpu-3x'",
      "write 'shared-cpu-2x' or 'shared-cpu-4x'"
    ),
    (
      "performance-32x", "no machine size has the name 'performance-32x'",
      "write 'performance-16x'"
    ),
    (
      "shared-cpu-0x", "no machine size has the name 'shared-cpu-0x'", "write 'shared-cpu-1x'"
    ),
    (
      "share-cpu-2x", "no machine size has the name 'share-cpu-2x'",
      "did you mean 'shared-cpu-2x'?"
    ),
    (
      "Performance-2x", "no machine size has the name 'Performance-2x'",
      "did you mean 'performance-2x'?"
    ),
    (
      "huge", "no machine size has the name 'huge'",
      "expected one of shared-cpu-1x, shared-cpu-2x, shared-cpu-4x, shared-cpu-6x, "
        + "shared-cpu-8x, performance-1x, performance-2x, performance-4x … and 6 more"
    ),
    (
      "dedicated-cpu-2x", "the machine size 'dedicated-cpu-2x' is no longer sold",
      "write 'performance-2x', which takes its place"
    ),
    (
      "a100-80gb", "machines with a GPU such as 'a100-80gb' are no longer offered",
      "write a size without a GPU, such as 'performance-8x'"
    ),
  ])
  func refusesATypeThatFlyDoesNotSell(type: String, message: String, help: String) throws {
    let sample = try PatchedSample(resources: #"{ "instance_type": "\#(type)" }"#)
    #expect(sample.codes == ["FC601"])
    let finding = try sample.finding(of: "FC601")
    #expect(finding.message == message)
    #expect(finding.help == help)
    #expect(finding.pointer == "/instance_type")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: cpu_cores and memory_mb

  @Test(arguments: [
    (4, "write 2, or set instance_type to 'shared-cpu-4x'"), (3, "write 2"), (0, "write 2"),
    (1, "write 2, or set instance_type to 'shared-cpu-1x'"), (Int.max, "write 2"),
  ])
  func refusesCPUCoresThatTheTypeDoesNotHave(cores: Int, help: String) throws {
    let sample = try PatchedSample(resources: #"{ "cpu_cores": \#(cores) }"#)
    #expect(sample.codes == ["FC602"])
    let finding = try sample.finding(of: "FC602")
    #expect(finding.message == "cpu_cores \(cores) is not the 2 of 'shared-cpu-2x'")
    #expect(finding.help == help)
    #expect(finding.pointer == "/cpu_cores")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: [
    (511, "memory_mb 511 is outside the 512 to 4096 of 'shared-cpu-2x'", "write 512"),
    (4_097, "memory_mb 4097 is outside the 512 to 4096 of 'shared-cpu-2x'", "write 4096"),
    (700, "memory_mb 700 is not a multiple of 256", "write 512 or 768"),
    (Int.min, "memory_mb \(Int.min) is outside the 512 to 4096 of 'shared-cpu-2x'", "write 512"),
  ])
  func refusesMemoryThatTheTypeCannotHave(memory: Int, message: String, help: String) throws {
    let sample = try PatchedSample(resources: #"{ "memory_mb": \#(memory) }"#)
    #expect(sample.codes == ["FC603"])
    let finding = try sample.finding(of: "FC603")
    #expect(finding.message == message)
    #expect(finding.help == help)
    #expect(finding.pointer == "/memory_mb")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: [512, 768, 4_096])
  func acceptsMemoryThatTheTypeCanHave(memory: Int) throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_memory": "\#(memory)MB" }"#,
      .resources: #"{ "memory_mb": \#(memory) }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test func judgesNoCoresAndNoMemoryByATypeThatCannotBeRead() throws {
    let sample = try PatchedSample([
      .deployment: #"{ "resource_cpu": 8, "resource_memory": "2GB" }"#,
      .resources: #"{ "instance_type": null, "cpu_cores": 8, "memory_mb": 2048 }"#,
    ])
    #expect(sample.codes.filter { $0.hasPrefix("FC6") } == [])
  }

  // MARK: The rest

  @Test(arguments: [(0, 1), (-5, 1), (501, 500)])
  func refusesStorageThatNoVolumeCanHave(gigabytes: Int, nearest: Int) throws {
    let sample = try PatchedSample(resources: #"{ "storage_gb": \#(gigabytes) }"#)
    #expect(sample.codes == ["FC605"])
    let finding = try sample.finding(of: "FC605")
    #expect(finding.message == "storage_gb \(gigabytes) is outside the 1 to 500 of a volume")
    #expect(finding.help == "write \(nearest)")
    #expect(finding.pointer == "/storage_gb")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: ["scaling_trigger_cpu", "scaling_trigger_memory"])
  func scalingTriggersAreFrom1To100Percent(key: String) throws {
    for (trigger, nearest) in [(0, 1), (-1, 1), (101, 100)] {
      let sample = try PatchedSample(resources: #"{ "\#(key)": \#(trigger) }"#)
      #expect(sample.codes == ["FC606"])
      let finding = try sample.finding(of: "FC606")
      #expect(finding.message == "\(key) \(trigger) is outside 1 to 100 percent")
      #expect(finding.help == "write \(nearest)")
      #expect(finding.pointer == "/\(key)")
      #expect(finding.rule.severity == .error)
    }
    for trigger in [1, 100] {
      #expect(try PatchedSample(resources: #"{ "\#(key)": \#(trigger) }"#).codes == [])
    }
  }

  @Test func reportsBothTriggersAndReadsOneWithoutTheOther() throws {
    let both = #"{ "scaling_trigger_cpu": 0, "scaling_trigger_memory": 200 }"#
    #expect(
      try PatchedSample(resources: both).pointers(of: "FC606")
        == ["/scaling_trigger_cpu", "/scaling_trigger_memory"])
    let one = #"{ "scaling_trigger_cpu": "0", "scaling_trigger_memory": 200 }"#
    #expect(
      try PatchedSample(resources: one).pointers(of: "FC606") == ["/scaling_trigger_memory"])
  }

  @Test(arguments: [0, -1])
  func refusesATriggerBelowOneRequest(requests: Int) throws {
    let sample = try PatchedSample(resources: #"{ "scaling_trigger_requests": \#(requests) }"#)
    #expect(sample.codes == ["FC607"])
    let finding = try sample.finding(of: "FC607")
    #expect(finding.message == "scaling_trigger_requests \(requests) is less than 1")
    #expect(finding.help == "write the requests per second that one instance serves well")
    #expect(finding.rule.severity == .error)
    #expect(
      try PatchedSample(resources: #"{ "scaling_trigger_requests": 1 }"#).codes == [])
  }

  @Test(arguments: ["0", "-0.01", "0.000", "-1", "0e9"])
  func refusesACostThatIsNotPositive(cost: String) throws {
    let sample = try PatchedSample(resources: #"{ "cost_per_hour": \#(cost) }"#)
    #expect(sample.codes == ["FC608"])
    let finding = try sample.finding(of: "FC608")
    #expect(finding.message == "cost_per_hour \(cost) is not greater than zero")
    #expect(finding.help == "write the price of an instance hour in US dollars")
    #expect(finding.pointer == "/cost_per_hour")
    #expect(finding.rule.severity == .error)
  }

  @Test(arguments: ["1", "0.0000000000000000000000001", "1e-400"])
  func acceptsAnyCostAboveZero(cost: String) throws {
    #expect(try PatchedSample(resources: #"{ "cost_per_hour": \#(cost) }"#).codes == [])
  }
}
