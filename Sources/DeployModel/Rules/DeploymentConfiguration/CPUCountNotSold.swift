import Documents

extension Rule {
  static let cpuCountNotSold = Rule(
    "FC109", "cpu-count-not-sold", .error, "resource_cpu is a number of CPUs that Fly.io sells",
    rationale: """
      Machines come with 1, 2, 4, 6 or 8 CPUs. Fly.io's own validation lets other numbers pass, \
      and the deployment fails when the first machine is created.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/machine/update.go",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_cpu",
      wrong: #"{ "resource_cpu": 3 }"#, right: #"{ "resource_cpu": 2 }"#),
    .configuration { deployment, report in
      let cpus = try deployment.resourceCPU.get()
      guard DeploymentConfiguration.cpuLimits.contains(cpus) else { return }
      let kind = try report.project.cpuKind(in: report.environment)
      guard !kind.allowedCPUs.contains(cpus) else { return }
      report.add(
        \.resourceCPU, "no \(kind.rawValue) machine with \(cpus) CPUs is sold",
        help: "write \(kind.nearestCPUCounts(to: cpus).choice { "\($0)" })")
    })
}
