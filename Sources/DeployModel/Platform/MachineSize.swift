/// A size of machine that Fly.io sells under a name, such as `shared-cpu-1x`.
///
/// Source: data model, ResourceAllocation, `instance_type`.
public struct MachineSize: Hashable, Sendable {
  /// The name that `[[vm]] size` and `fly scale vm` take.
  public let name: String

  public let cpuKind: CPUKind

  /// The number of CPUs.
  public let cpus: Int

  /// The memory it has when nothing else is asked for, in megabytes.
  public let memory: Int

  /// The memory it can have.
  public let memoryRange: MemoryRange

  /// The sizes sold, shared before performance and then by the number of CPUs.
  public static var all: [MachineSize] { presets.value }

  /// The size with a name, or nil where none is sold under it.
  public static func named(_ name: String) -> MachineSize? {
    all.first { $0.name == name }
  }

  /// The size with so many CPUs of a kind, or nil where it has no name.
  public static func with(_ cpuKind: CPUKind, cpus: Int) -> MachineSize? {
    all.first { $0.cpuKind == cpuKind && $0.cpus == cpus }
  }

  /// The size that says all three by its name alone: the memory, in megabytes, is its default.
  public static func matching(_ cpuKind: CPUKind, cpus: Int, memory: Int) -> MachineSize? {
    with(cpuKind, cpus: cpus).flatMap { $0.memory == memory ? $0 : nil }
  }

  /// The sizes and where they were read.
  public static let presets = PlatformFact(
    CPUKind.allCases.flatMap { kind in sold(kind) }, source: .flyGo("machine_types.go"))

  /// The name of the size that flyctl begins with where a `[[vm]]` names none.
  public static let standardName = PlatformFact(
    "shared-cpu-1x", source: .flyGo("machine_types.go"))

  /// The most CPUs that a size with a name has.
  private static let mostNamedCPUs = 16

  /// By default a machine has the least memory that its CPUs can have.
  private static func sold(_ kind: CPUKind) -> [MachineSize] {
    kind.allowedCPUs.filter { $0 <= mostNamedCPUs }.compactMap { cpus in
      guard let range = kind.memoryRange(cpus: cpus) else { return nil }
      let stem = kind == .shared ? "shared-cpu" : "performance"
      return MachineSize(
        name: "\(stem)-\(cpus)x", cpuKind: kind, cpus: cpus, memory: range.megabytes.lowerBound,
        memoryRange: range)
    }
  }
}

extension MachineSize: Comparable {
  public static func < (left: MachineSize, right: MachineSize) -> Bool {
    left.cpuKind == right.cpuKind
      ? left.cpus < right.cpus : left.cpuKind == .shared
  }
}
