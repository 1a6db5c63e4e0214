import Documents

extension Rule {
  static let memoryNotSold = Rule(
    "FC110", "memory-not-sold", .error,
    "resource_memory is an amount that a machine with so many CPUs can have",
    rationale: """
      Fly.io sells memory in steps and between limits that grow with the number of CPUs. Its own \
      validation lets other amounts pass, and the deployment fails when the first machine is \
      created.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: "
      + "resource allocations must be within Fly.io limits; "
      + "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_memory",
      wrong: #"{ "resource_cpu": 2, "resource_memory": "700MB" }"#,
      right: #"{ "resource_cpu": 2, "resource_memory": "1GB" }"#),
    .configuration { deployment, report in
      let memory = try MemorySize(try deployment.resourceMemory.get()).megabytes
      let cpus = try deployment.resourceCPU.get()
      guard DeploymentConfiguration.cpuLimits.contains(cpus) else { return }
      let kind = try report.project.cpuKind(in: report.environment)
      guard let range = kind.memoryRange(cpus: cpus), !range.contains(memory) else { return }
      let machine = "\(cpus) \(kind.rawValue) \(cpus == 1 ? "CPU" : "CPUs")"
      report.add(
        \.resourceMemory,
        "resource_memory '\(memory.asMemorySize)' \(range.objection(to: memory, of: machine))",
        help: "write \(range.nearestMemory(to: memory).choice { "'\($0.asMemorySize)'" })")
    })
}

extension MemoryRange {
  fileprivate func objection(to amount: Int, of machine: String) -> String {
    megabytes.contains(amount)
      ? "is not a multiple of \(step.asMemorySize)"
      : "is outside the \(megabytes.lowerBound.asMemorySize) to "
        + "\(megabytes.upperBound.asMemorySize) of \(machine)"
  }
}
