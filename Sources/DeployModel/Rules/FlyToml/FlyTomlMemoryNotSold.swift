extension Rule {
  static let flyTomlMemoryNotSold = Rule(
    "FC962", "fly-toml-memory-not-sold", .error,
    "Every machine has an amount of memory that its cpus can have",
    rationale: """
      Fly.io sells memory in steps and between limits that grow with the number of cpus. \
      `fly config validate` does not look at it, and a [[vm]] that names no size begins with the \
      256 MB of shared-cpu-1x: the deployment fails when the first machine is made.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .flyToml(
      at: "memory = '2gb'", wrong: "[[vm]]\ncpu_kind = 'performance'\ncpus = 2\nmemory = '2gb'",
      right: "[[vm]]\ncpu_kind = 'performance'\ncpus = 2\nmemory = '4gb'"),
    .flyToml { file, report in
      for table in file.machineTables {
        guard let machine = RequestedMachine(table), let range = machine.memoryRange,
          let amount = machine.memory, !range.contains(amount)
        else { continue }
        if let memory = machine.writtenMemory {
          let isNumber = table.has("memory_mb") && memory.keySpan == table.place(of: "memory_mb")
          report.add(
            "\(memory.content.asFlyMemory) of memory "
              + range.objection(to: memory.content, of: machine),
            help: "write "
              + range.nearestMemory(to: memory.content).choice {
                isNumber ? "\($0)" : "'\($0.asFlyMemory)'"
              }, at: memory)
        } else {
          let place = machine.writtenKind?.span ?? machine.writtenCPUs?.span ?? table.span
          report.add(
            "no memory is written, and the \(amount.asFlyMemory) of "
              + "'\(machine.size.name)' "
              + range.objection(to: amount, of: machine),
            help: machine.proposal(range.nearestMemory(to: amount)), at: place)
        }
      }
    })
}

extension MemoryRange {
  fileprivate func objection(to amount: Int, of machine: RequestedMachine) -> String {
    megabytes.contains(amount)
      ? "is no multiple of \(step.asFlyMemory), the step of \(machine.kind.rawValue) machines"
      : "is outside the \(megabytes.lowerBound.asFlyMemory) to "
        + "\(megabytes.upperBound.asFlyMemory) of \(machine.words)"
  }
}

extension RequestedMachine {
  fileprivate func proposal(_ nearest: Neighbours) -> String {
    let memory = nearest.choice { "memory = \"\($0.asFlyMemory)\"" }
    let preset = MachineSize.with(kind, cpus: cpus)
    guard writtenSize == nil, let preset else { return "write \(memory)" }
    return "write \(memory), or size = \"\(preset.name)\" alone"
  }
}
