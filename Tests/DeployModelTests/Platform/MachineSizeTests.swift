import Testing

@testable import DeployModel

struct MachineSizeTests {
  @Test func listsSizesOnceAndInOrder() {
    #expect(MachineSize.all == Array(Set(MachineSize.all)).sorted())
    #expect(MachineSize.all.first?.name == "shared-cpu-1x")
    #expect(MachineSize.all.last?.name == "performance-16x")
    #expect(MachineSize.all.count == 14)
  }

  @Test func findsASizeByItsName() {
    let size = MachineSize.named("performance-2x")
    #expect(size?.cpuKind == .performance)
    #expect(size?.cpus == 2)
    #expect(size?.memory == 4_096)
    #expect(size?.memoryRange == MemoryRange(megabytes: 4_096...16_384, step: 1_024))
    #expect(MachineSize.named("performance-32x") == nil)
  }

  @Test func matchesASizeOnlyByItsDefaultMemory() {
    #expect(MachineSize.matching(.shared, cpus: 2, memory: 512)?.name == "shared-cpu-2x")
    #expect(MachineSize.matching(.shared, cpus: 2, memory: 1_024) == nil)
    #expect(MachineSize.with(.shared, cpus: 2)?.name == "shared-cpu-2x")
    #expect(MachineSize.with(.shared, cpus: 3) == nil)
  }

  @Test(
    arguments: [
      ("dedicated-cpu-2x", false, "performance-2x"), ("micro-2x", false, "shared-cpu-1x"),
      ("a100-40gb", true, nil), ("l40s", true, nil),
    ] as [(String, Bool, String?)])
  func knowsTheNamesThatAreNoLongerSold(name: String, hasGPU: Bool, replacement: String?) {
    let retired = RetiredMachineSize.named(name)
    #expect(retired?.hasGPU == hasGPU)
    #expect(retired?.replacement?.name == replacement)
  }

  @Test(arguments: ["shared-cpu-1x", "dedicated-cpu-3x", "micro", "huge"])
  func callsNothingRetiredThatWasNeverReplaced(name: String) {
    #expect(RetiredMachineSize.named(name) == nil)
  }

  @Test(arguments: [
    (CPUKind.shared, 3, [2, 4]), (.shared, 4, [4]), (.shared, 9, [8]), (.shared, 0, [1]),
    (.performance, 17, [16, 32]), (.performance, 500, [128]), (.performance, Int.min, [1]),
  ])
  func namesTheNumbersOfCPUsOnEitherSide(kind: CPUKind, cpus: Int, neighbours: [Int]) {
    #expect(kind.nearestCPUCounts(to: cpus).all == neighbours)
  }

  @Test(arguments: [
    (CPUKind.shared, 1, 300, [256, 512]), (.shared, 1, 512, [512]), (.shared, 1, 100, [256]),
    (.shared, 1, 4_096, [2_048]), (.shared, 8, 2_047, [2_048]),
    (.performance, 1, 2_500, [2_048, 3_072]),
    (.performance, 128, 1, [262_144]), (.shared, 1, Int.max, [2_048]), (.shared, 1, Int.min, [256]),
  ])
  func namesTheMemoryOnEitherSide(kind: CPUKind, cpus: Int, memory: Int, neighbours: [Int]) {
    let range = kind.memoryRange(cpus: cpus)
    #expect(range?.nearestMemory(to: memory).all == neighbours)
    #expect(range?.contains(memory) == (neighbours == [memory]))
  }

  @Test func hasNoMemoryForANumberOfCPUsThatIsNotSold() {
    #expect(CPUKind.shared.memoryRange(cpus: 3) == nil)
    #expect(CPUKind.shared.memoryRange(cpus: Int.max) == nil)
  }
}
