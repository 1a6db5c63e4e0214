import Documents

extension Rule {
  static let flyTomlMemoryTwice = Rule(
    "FC963", "fly-toml-memory-twice", .warning, "A machine's memory is written once",
    rationale: """
      Where memory and memory_mb both stand, flyctl takes memory_mb: a change of the other one \
      does nothing.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/machines.go",
    example: .flyToml(
      at: "memory = '1gb'", wrong: "[[vm]]\nmemory = '1gb'\nmemory_mb = 512",
      right: "[[vm]]\nmemory = '512mb'"),
    .flyToml { file, report in
      for machine in file.machineTables {
        guard let memory = machine.written("memory"), let counted = machine.integer("memory_mb"),
          counted.content != 0
        else { continue }
        report.add(
          "memory \(Quoted(memory.content)) has no effect: memory_mb \(counted.content) counts",
          help: "remove one of them", at: memory.keySpan, fix: .removal)
      }
    })
}
