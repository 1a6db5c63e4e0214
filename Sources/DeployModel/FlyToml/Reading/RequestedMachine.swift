import Documents

/// The machine that a `[[vm]]` asks for.
///
/// flyctl begins with a size, the smallest where none is written, and puts in the place of its
/// values those that are written and not 0.
///
/// Source: https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/machines.go
struct RequestedMachine {
  let size: MachineSize
  let kind: CPUKind
  let cpus: Int
  /// In MB; nothing where what is written cannot be read.
  let memory: Int?

  /// What says how much memory it has; nothing where that follows from the size.
  let writtenMemory: FlyTable.Value<Int>?
  /// What says how many cpus it has; nothing where that follows from the size.
  let writtenCPUs: FlyTable.Value<Int>?
  let writtenKind: FlyTable.Value<CPUKind>?
  let writtenSize: FlyTable.Value<String>?

  /// Nil where a value cannot be read, or is none that is sold, which others report.
  init?(_ table: FlyTable) {
    let name = table.written("size")
    guard !table.asksForGPU, !table.hasUnreadable(["size", "cpus", "cpu_kind"]),
      let size = MachineSize.named(name?.content ?? MachineSize.standardName.value)
    else { return nil }
    self.size = size
    writtenSize = name
    let kindName = table.written("cpu_kind")
    writtenKind = kindName.flatMap { $0.map(CPUKind.init(rawValue:)) }
    if kindName != nil, writtenKind == nil { return nil }
    writtenCPUs = table.integer("cpus").flatMap { $0.content == 0 ? nil : $0 }
    writtenMemory = table.memoryThatCounts
    kind = writtenKind?.content ?? size.cpuKind
    cpus = writtenCPUs?.content ?? size.cpus
    memory =
      table.hasUnreadable(["memory", "memory_mb"]) ? nil : writtenMemory?.content ?? size.memory
  }

  /// The amounts that it can have, or nil where so many cpus are not sold.
  var memoryRange: MemoryRange? { kind.memoryRange(cpus: cpus) }

  /// Such as `2 performance cpus`.
  var words: String { "\(cpus) \(kind.rawValue) \(cpus == 1 ? "cpu" : "cpus")" }
}

extension FlyTable {
  /// A text that is written and not empty.
  func written(_ key: String) -> Value<String>? {
    text(key).flatMap { $0.content.isEmpty ? nil : $0 }
  }

  /// Whether a `[[vm]]` is one with a GPU.
  var asksForGPU: Bool {
    written("gpu_kind") != nil || integer("gpus").map { $0.content != 0 } ?? false
      || text("size").flatMap { RetiredMachineSize.named($0.content) }?.hasGPU ?? false
  }

  /// The memory of a `[[vm]]` in MB: `memory_mb` counts before `memory`, and 0 is none.
  var memoryThatCounts: Value<Int>? {
    if let memory = integer("memory_mb"), memory.content != 0 { return memory }
    return text("memory").flatMap { $0.map { try? FlySize.megabytes($0) } }
  }

  fileprivate func hasUnreadable(_ keys: [String]) -> Bool {
    keys.contains { if case .null? = node[$0]?.value { true } else { false } }
  }
}

extension FlyTable.Value {
  /// Another content at the same place, or nil for none.
  func map<Other>(_ transform: (Content) -> Other?) -> FlyTable.Value<Other>? {
    transform(content).map { .init(content: $0, span: span, keySpan: keySpan) }
  }
}

extension FlyConfiguration {
  /// The tables that say what machines are made: each `[[vm]]` that counts for a process group,
  /// and that of the release command.
  var machineTables: [FlyTable] {
    let release = root.table("deploy")?.table("release_command_vm")
    return processGroups.effective(root.tables("vm")) + [release].compactMap(\.self)
  }
}

extension Int {
  /// An amount of MB as fly.toml has it: `512mb`, `4gb`.
  var asFlyMemory: String { isMultiple(of: 1024) && self != 0 ? "\(self / 1024)gb" : "\(self)mb" }
}
