import Documents

extension Rule {
  static let flyTomlProcessGroupUndefined = Rule(
    "FC947", "fly-toml-process-group-undefined", .error,
    "Every process group that is named is one of [processes]",
    rationale: """
      flyctl refuses services and restart policies for a group that does not exist. Volumes, \
      machine sizes, checks and files for one it drops without a word.
      """,
    reference: "https://fly.io/docs/launch/processes/", protects: .platform,
    example: .flyToml(
      at: "processes = ['worker']",
      wrong: """
        [processes]
        web = 'bin/web'
        jobs = 'bin/jobs'

        [[vm]]
        size = 'shared-cpu-2x'
        processes = ['worker']
        """,
      right: """
        [processes]
        web = 'bin/web'
        jobs = 'bin/jobs'

        [[vm]]
        size = 'shared-cpu-2x'
        processes = ['jobs']
        """),
    .flyToml { file, report in
      let groups = file.processGroups
      for name in file.tablesForGroups.flatMap({ $0.texts("processes") ?? [] }) {
        guard !groups.names.contains(name.content) else { continue }
        report.add(
          "there is no process group \(Quoted(name.content))",
          help: groups.areWritten
            ? Spelling.help(for: name.content, in: groups.names)
            : "write 'app', the one group of a file without [processes], or add [processes]",
          at: name)
      }
    })
}

extension FlyConfiguration {
  /// Everything that can be for some process groups and not for others.
  fileprivate var tablesForGroups: [FlyTable] {
    let keys = ["mounts", "vm", "files", "metrics", "restart"]
    return services.map(\.table) + keys.flatMap(root.tables)
      + root.namedTables("checks").map(\.table)
  }
}
