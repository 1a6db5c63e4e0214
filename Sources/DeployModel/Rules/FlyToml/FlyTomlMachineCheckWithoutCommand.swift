extension Rule {
  static let flyTomlMachineCheckWithoutCommand = Rule(
    "FC956", "fly-toml-machine-check-without-command", .error,
    "Every machine check has a command",
    rationale: """
      A machine check is a command in a machine of its own. Without one the deployment fails, \
      after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/health-checks/", protects: .platform,
    example: .flyToml(
      at: "[[http_service.machine_checks]]",
      wrong: """
        [http_service]
        internal_port = 8080

        [[http_service.machine_checks]]
        image = 'curlimages/curl'
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[http_service.machine_checks]]
        image = 'curlimages/curl'
        command = ['curl', 'http://[$FLY_TEST_MACHINE_IP]:8080']
        """),
    .flyToml { file, report in
      let tables = file.services.map(\.table) + [file.root]
      for check in tables.flatMap({ $0.tables("machine_checks") }) {
        let command = check.texts("command")
        guard command?.isEmpty ?? !check.has("command") else { continue }
        report.add(
          "the machine check has no command",
          help: "write command = [\"PROGRAM\", \"ARGUMENT\"]", at: check.place(of: "command"))
      }
    })
}
