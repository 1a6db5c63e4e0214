extension Rule {
  static let flyTomlSizeContradicted = Rule(
    "FC964", "fly-toml-size-contradicted", .warning,
    "A machine's cpus are those of the size that it names",
    rationale: """
      cpus and cpu_kind count before the size's own, while its memory stays: what is deployed, \
      and paid for, is another machine than the size says.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/machines.go",
    example: .flyToml(
      at: "cpus = 4", wrong: "[[vm]]\nsize = 'performance-2x'\ncpus = 4\nmemory = '8gb'",
      right: "[[vm]]\nsize = 'performance-4x'"),
    .flyToml { file, report in
      for machine in file.machineTables.compactMap(RequestedMachine.init) {
        guard let name = machine.writtenSize?.content else { continue }
        let preset = MachineSize.with(machine.kind, cpus: machine.cpus)
        let help =
          preset.map { "write size = \"\($0.name)\" alone, or remove the size" }
          ?? "remove the size"
        if let cpus = machine.writtenCPUs, cpus.content != machine.size.cpus {
          report.add(
            "the machine has \(cpus.content) cpus and not the \(machine.size.cpus) of '\(name)'",
            help: help, at: cpus)
        }
        if let kind = machine.writtenKind, kind.content != machine.size.cpuKind {
          report.add(
            "the machine has \(kind.content.rawValue) cpus and not the "
              + "\(machine.size.cpuKind.rawValue) ones of '\(name)'",
            help: help, at: kind)
        }
      }
    })
}
