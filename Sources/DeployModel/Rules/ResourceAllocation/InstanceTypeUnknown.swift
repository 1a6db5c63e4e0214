import Documents

extension Rule {
  static let instanceTypeUnknown = Rule(
    "FC601", "instance-type-unknown", .error, "instance_type is a machine size that Fly.io sells",
    rationale: """
      Fly.io's own validation does not look at the size: a name that is not sold is refused only \
      when the first machine is created.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .fields(
      .resources, at: "instance_type",
      wrong: #"{ "instance_type": "shared-cpu-3x" }"#,
      right: #"{ "instance_type": "shared-cpu-2x" }"#),
    .resources { allocation, report in
      let name = try allocation.instanceType.get()
      guard MachineSize.named(name) == nil else { return }
      if let retired = RetiredMachineSize.named(name) {
        report.add(\.instanceType, retired.fault, help: retired.remedy)
      } else {
        report.add(
          \.instanceType, "no machine size has the name \(Quoted(name))",
          help: MachineSize.help(for: name))
      }
    })
}

extension RetiredMachineSize {
  fileprivate var fault: String {
    hasGPU
      ? "machines with a GPU such as '\(name)' are no longer offered"
      : "the machine size '\(name)' is no longer sold"
  }

  fileprivate var remedy: String {
    replacement.map { "write '\($0.name)', which takes its place" }
      ?? "write a size without a GPU, such as 'performance-8x'"
  }
}

extension MachineSize {
  /// The sizes on either side of a number that is not sold, else the name that is most alike.
  fileprivate static func help(for name: String) -> String {
    let sizes = neighbours(of: name).map { "'\($0.name)'" }
    return sizes.isEmpty
      ? Spelling.help(for: name, in: all.map(\.name)) : "write \(sizes.joined(separator: " or "))"
  }

  private static func neighbours(of name: String) -> [MachineSize] {
    for kind in CPUKind.allCases {
      let sizes = all.filter { $0.cpuKind == kind }
      guard let stem = sizes.first?.name.dropLast(2), name.hasPrefix(stem), name.hasSuffix("x"),
        let cpus = Int(name.dropFirst(stem.count).dropLast())
      else { continue }
      return [sizes.last { $0.cpus <= cpus }, sizes.first { $0.cpus >= cpus }].compactMap(\.self)
    }
    return []
  }
}
