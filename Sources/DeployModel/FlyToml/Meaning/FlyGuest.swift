/// The machine that a `[[vm]]` comes to: what it does not say is that of its size, or of the
/// smallest one, or, with a GPU, of the largest.
///
/// Unlike ``RequestedMachine``, which the rules look at, it is one whatever is written: what Fly.io
/// would refuse means something to flyctl all the same.
package struct FlyGuest: Hashable, Sendable {
  package var kind: String
  package var cpus: Int
  /// In MB.
  package var megabytes: Int

  package init(_ table: FlyTable) {
    let usual =
      table.has("gpu_kind") ? MachineSize.named("performance-8x") : MachineSize.all.first
    let size = table.text("size").flatMap { MachineSize.named($0.content) } ?? usual
    kind = table.written("cpu_kind")?.content ?? size?.cpuKind.rawValue ?? CPUKind.shared.rawValue
    let written = table.integer("cpus")?.content ?? 0
    cpus = written != 0 ? written : size?.cpus ?? 1
    megabytes = table.memoryThatCounts?.content ?? size?.memory ?? 256
  }
}
