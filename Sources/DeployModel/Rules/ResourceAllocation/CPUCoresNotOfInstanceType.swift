import Documents

extension Rule {
  static let cpuCoresNotOfInstanceType = Rule(
    "FC602", "cpu-cores-not-of-instance-type", .error,
    "cpu_cores is the number of CPUs that instance_type stands for",
    rationale: """
      A machine size names its number of CPUs. Where the two differ, cost and capacity are \
      reckoned for a machine that is not the one running.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .fields(
      .resources, at: "cpu_cores",
      wrong: #"{ "instance_type": "shared-cpu-2x", "cpu_cores": 4 }"#,
      right: #"{ "instance_type": "shared-cpu-2x", "cpu_cores": 2 }"#),
    .resources { allocation, report in
      let cores = try allocation.cpuCores.get()
      let size = try allocation.machineSize
      guard cores != size.cpus else { return }
      let other = MachineSize.with(size.cpuKind, cpus: cores)
      report.add(
        \.cpuCores, "cpu_cores \(cores) is not the \(size.cpus) of '\(size.name)'",
        help: "write \(size.cpus)"
          + (other.map { ", or set instance_type to '\($0.name)'" } ?? ""))
    })
}
