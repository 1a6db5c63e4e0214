import Documents

extension Rule {
  static let flyTomlSeveralMounts = Rule(
    "FC972", "fly-toml-several-mounts", .error, "Each process group has one volume at most",
    rationale: """
      A machine can have one volume. `fly config validate` lets several pass, and `fly deploy` \
      refuses them. A volume that names no processes is for the first group alone, 'app' where \
      there is one.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "[[mounts]] # second",
      wrong: """
        [[mounts]]
        source = 'data'
        destination = '/data'

        [[mounts]] # second
        source = 'files'
        destination = '/files'
        """,
      right: """
        [[mounts]]
        source = 'data'
        destination = '/data'
        """),
    .flyToml { file, report in
      let groups = file.processGroups
      var taken: Set<String> = []
      for mount in file.root.tables("mounts") {
        let own = groups.groups(of: mount)
        let again = own.filter(taken.contains)
        taken.formUnion(own)
        guard !again.isEmpty else { continue }
        let names = again.map { "\(Quoted($0))" }.joined(separator: ", ")
        report.add(
          "another volume for the process group \(names): a machine has one at most",
          help: groups.names.count > 1
            ? "write processes = […] with another group, or keep both in folders of one volume"
            : "keep both in folders of one volume", at: mount.span)
      }
    })
}
