/// How a machine has its CPUs: a share of them, or the whole.
public enum CPUKind: String, CaseIterable, Hashable, Sendable {
  case shared
  case performance

  /// The numbers of CPUs that the platform sells, ascending.
  public var allowedCPUs: [Int] { counts.value }

  /// The numbers of CPUs and where they were read.
  public var counts: PlatformFact<[Int]> {
    switch self {
    case .shared: Self.sharedCounts
    case .performance: Self.performanceCounts
    }
  }

  /// The least and the most memory for each CPU, in megabytes.
  public var memoryPerCPU: PlatformFact<ClosedRange<Int>> {
    switch self {
    case .shared: Self.sharedMemory
    case .performance: Self.performanceMemory
    }
  }

  /// The step in which memory is given, in megabytes.
  ///
  /// The documentation says 2048 for performance machines; flyctl accepts 1024, and so does this.
  public var memoryStep: PlatformFact<Int> {
    switch self {
    case .shared: Self.sharedStep
    case .performance: Self.performanceStep
    }
  }

  /// The memory that so many CPUs can have, or nil for a number that is not sold.
  public func memoryRange(cpus: Int) -> MemoryRange? {
    guard allowedCPUs.contains(cpus) else { return nil }
    let each = memoryPerCPU.value
    return MemoryRange(
      megabytes: each.lowerBound * cpus...each.upperBound * cpus, step: memoryStep.value)
  }

  /// The numbers of CPUs that are sold just below and just above.
  public func nearestCPUCounts(to cpus: Int) -> Neighbours {
    Neighbours(
      below: allowedCPUs.last { $0 <= cpus }, above: allowedCPUs.first { $0 >= cpus })
  }

  private static let updateCommand = PlatformSource.flyctl("internal/machine/update.go")
  private static let machineTypes = PlatformSource.flyGo("machine_types.go")

  private static let sharedCounts = PlatformFact([1, 2, 4, 6, 8], source: updateCommand)
  private static let performanceCounts = PlatformFact(
    [1, 2, 4, 6, 8, 10, 12, 14, 16, 32, 64, 128], source: updateCommand)
  private static let sharedMemory = PlatformFact(256...2_048, source: machineTypes)
  private static let performanceMemory = PlatformFact(2_048...8_192, source: machineTypes)
  private static let sharedStep = PlatformFact(256, source: updateCommand)
  private static let performanceStep = PlatformFact(1_024, source: updateCommand)
}
