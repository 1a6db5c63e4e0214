extension Rule {
  static let flyTomlCPUCountNotSold = Rule(
    "FC961", "fly-toml-cpu-count-not-sold", .error,
    "Every machine has a number of cpus that Fly.io sells",
    rationale: """
      Shared cpus come by 1, 2, 4, 6 and 8, performance cpus in larger numbers too. \
      `fly config validate` lets other numbers pass, and the deployment fails when the first \
      machine is made.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/machine/update.go",
    protects: .platform,
    example: .flyToml(
      at: "cpus = 3", wrong: "[[vm]]\ncpu_kind = 'shared'\ncpus = 3\nmemory = '1gb'",
      right: "[[vm]]\ncpu_kind = 'shared'\ncpus = 2\nmemory = '1gb'"),
    .flyToml { file, report in
      for machine in file.machineTables.compactMap(RequestedMachine.init) {
        guard let cpus = machine.writtenCPUs, machine.memoryRange == nil else { continue }
        let nearest = machine.kind.nearestCPUCounts(to: cpus.content).choice { "\($0)" }
        let isOtherKind = CPUKind.performance.allowedCPUs.contains(cpus.content)
        report.add(
          "no \(machine.kind.rawValue) machine with \(cpus.content) cpus is sold",
          help: "write \(nearest)" + (isOtherKind ? ", or cpu_kind = \"performance\"" : ""),
          at: cpus)
      }
    })
}
