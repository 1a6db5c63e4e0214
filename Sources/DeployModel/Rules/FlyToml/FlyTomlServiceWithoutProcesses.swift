import Documents

extension Rule {
  static let flyTomlServiceWithoutProcesses = Rule(
    "FC946", "fly-toml-service-without-processes", .error,
    "Every service says which process groups it is for, where there are any",
    rationale: """
      As soon as a file has [processes], flyctl refuses a service that does not name its groups, \
      even if there is only one.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "[http_service]",
      wrong: """
        [processes]
        web = 'bin/web'

        [http_service]
        internal_port = 8080
        """,
      right: """
        [processes]
        web = 'bin/web'

        [http_service]
        internal_port = 8080
        processes = ['web']
        """),
    .flyToml { file, report in
      let groups = file.processGroups
      guard groups.areWritten else { return }
      for service in file.services {
        let named = service.table.texts("processes")
        guard named?.isEmpty ?? !service.table.has("processes") else { continue }
        report.add(
          "\(service.label) does not say which of [processes] it is for",
          help: groups.names.count == 1
            ? "write processes = [\"\(groups.standard)\"]"
            : "write processes with those of \(Spelling.list(groups.names)) that it is for",
          at: service.table.place(of: "processes"))
      }
    })
}
