import Documents

extension Rule {
  static let cpuOutsideLimits = Rule(
    "FC108", "cpu-outside-limits", .error, "resource_cpu is from 1 to 8",
    rationale: """
      An instance needs a CPU, and the data model allows at most eight: what needs more is \
      spread over several instances.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: resource_cpu",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_cpu",
      wrong: #"{ "resource_cpu": 16 }"#, right: #"{ "resource_cpu": 2 }"#),
    .configuration { deployment, report in
      let cpus = try deployment.resourceCPU.get()
      let limits = DeploymentConfiguration.cpuLimits
      guard !limits.contains(cpus) else { return }
      report.add(
        \.resourceCPU,
        "resource_cpu \(cpus) is outside \(limits.lowerBound) to \(limits.upperBound)",
        help: "write \(limits.nearest(to: cpus))")
    })
}
