import Documents

extension Rule {
  static let memoryNotOfInstanceType = Rule(
    "FC603", "memory-not-of-instance-type", .error,
    "memory_mb is an amount that machines of instance_type can have",
    rationale: """
      Each machine size has a least and a most amount of memory and a step between. Fly.io \
      refuses other amounts when the first machine is created.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .fields(
      .resources, at: "memory_mb",
      wrong: #"{ "instance_type": "shared-cpu-2x", "memory_mb": 700 }"#,
      right: #"{ "instance_type": "shared-cpu-2x", "memory_mb": 1024 }"#),
    .resources { allocation, report in
      let memory = try allocation.memoryMB.get()
      let size = try allocation.machineSize
      let range = size.memoryRange
      guard !range.contains(memory) else { return }
      let limits = range.megabytes
      report.add(
        \.memoryMB,
        limits.contains(memory)
          ? "memory_mb \(memory) is not a multiple of \(range.step)"
          : "memory_mb \(memory) is outside the \(limits.lowerBound) to \(limits.upperBound) of "
            + "'\(size.name)'",
        help: "write \(range.nearestMemory(to: memory).choice { "\($0)" })")
    })
}
