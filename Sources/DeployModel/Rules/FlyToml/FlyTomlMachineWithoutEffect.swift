import Documents

extension Rule {
  static let flyTomlMachineWithoutEffect = Rule(
    "FC965", "fly-toml-machine-without-effect", .warning,
    "Each process group has one [[vm]] of its own at most",
    rationale: """
      flyctl takes one [[vm]] for a process group: the last that names it, else the first that \
      names none. Others are read and forgotten.
      """,
    reference:
      "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/processgroups.go",
    example: .flyToml(
      at: "[[vm]]",
      wrong: """
        [processes]
        web = 'serve'

        [[vm]]
        size = 'shared-cpu-1x'
        processes = ['web']

        [[vm]]
        size = 'shared-cpu-2x'
        processes = ['web']
        """,
      right: """
        [processes]
        web = 'serve'

        [[vm]]
        size = 'shared-cpu-2x'
        processes = ['web']
        """),
    .flyToml { file, report in
      let groups = file.processGroups
      let machines = file.root.tables("vm").map { ($0, groups.groupsNamed(by: $0)) }
      for (machine, _) in machines.filter({ $0.1 == nil }).dropFirst() {
        report.add(
          "this [[vm]] has no effect: another one for all process groups stands before it",
          help: "remove it, or say with processes = […] which group it is for", at: machine.span)
      }
      for (index, (machine, named)) in machines.enumerated() {
        let later = machines[(index + 1)...].flatMap { $0.1 ?? [] }
        let lost = (named ?? []).filter(later.contains)
        guard !lost.isEmpty else { continue }
        let names = lost.map { "\(Quoted($0))" }.joined(separator: ", ")
        report.add(
          "this [[vm]] has no effect for \(names): a later one names it too",
          help: "write one [[vm]] for each process group", at: machine.span)
      }
    })
}
