import Documents

/// Why a name is that of no machine size, and what to write instead.
struct UnsoldMachineSize: Sendable {
  /// What is wrong with the name.
  let fault: String

  /// The size that takes its place, or those that come nearest.
  let remedy: String

  /// Nil for the name of a size that is sold.
  init?(_ name: String) {
    guard MachineSize.named(name) == nil else { return nil }
    guard let retired = RetiredMachineSize.named(name) else {
      fault = "no machine size has the name \(Quoted(name))"
      remedy = Self.nearest(to: name)
      return
    }
    fault =
      retired.hasGPU
      ? "machines with a GPU such as '\(name)' are no longer offered"
      : "the machine size '\(name)' is no longer sold"
    remedy =
      retired.replacement.map { "write '\($0.name)', which takes its place" }
      ?? "write a size without a GPU, such as 'performance-8x'"
  }

  /// The sizes on either side of a number that is not sold, else the name that is most alike.
  private static func nearest(to name: String) -> String {
    let sizes = neighbours(of: name).map { "'\($0.name)'" }
    return sizes.isEmpty
      ? Spelling.help(for: name, in: MachineSize.all.map(\.name))
      : "write \(sizes.joined(separator: " or "))"
  }

  private static func neighbours(of name: String) -> [MachineSize] {
    for kind in CPUKind.allCases {
      let sizes = MachineSize.all.filter { $0.cpuKind == kind }
      guard let stem = sizes.first?.name.dropLast(2), name.hasPrefix(stem), name.hasSuffix("x"),
        let cpus = Int(name.dropFirst(stem.count).dropLast())
      else { continue }
      return [sizes.last { $0.cpus <= cpus }, sizes.first { $0.cpus >= cpus }].compactMap(\.self)
    }
    return []
  }
}
