public import Documents
public import FoundationEssentials

/// The machine an instance runs on, what it costs, and when more of them are wanted.
///
/// Source: data model, "ResourceAllocation".
public struct ResourceAllocation: Sendable {
  public var id: Readable<UUID?>
  /// A machine preset of Fly.io, such as `performance-2x`.
  public var instanceType: Readable<String>
  public var cpuCores: Readable<Int>
  public var memoryMB: Readable<Int>
  public var storageGB: Readable<Int>
  /// In US dollars, exact.
  public var costPerHour: Readable<Number>
  /// Percent, 1 to 100.
  public var scalingTriggerCPU: Readable<Int>
  /// Percent, 1 to 100.
  public var scalingTriggerMemory: Readable<Int>
  /// Requests per second, at least 1.
  public var scalingTriggerRequests: Readable<Int>
  public var effectiveDate: Readable<CalendarDate>
}

extension ResourceAllocation: ProjectEntity {
  package static let schema = Schema(
    "ResourceAllocation", annotations: .singleton,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required("instance_type", \.instanceType, "Fly.io machine type, such as shared-cpu-2x"),
    .required("cpu_cores", \.cpuCores, "Number of CPU cores", shape: .integer(1...128)),
    .required("memory_mb", \.memoryMB, "Memory in megabytes", shape: .integer(256...Int.max)),
    .required("storage_gb", \.storageGB, "Storage in gigabytes", shape: .integer(1...500)),
    .required("cost_per_hour", \.costPerHour, "Cost per instance hour, in US dollars"),
    .defaulted(
      "scaling_trigger_cpu", \.scalingTriggerCPU, "CPU percentage for scaling", default: 80,
      shape: .integer(1...100)),
    .defaulted(
      "scaling_trigger_memory", \.scalingTriggerMemory, "Memory percentage for scaling",
      default: 85, shape: .integer(1...100)),
    .defaulted(
      "scaling_trigger_requests", \.scalingTriggerRequests, "Requests per second for scaling",
      default: 100, shape: .integer(1...Int.max)),
    .required("effective_date", \.effectiveDate, "When this configuration takes effect")
  )
}
