extension Rule {
  static let flyTomlBluegreenWithoutCheck = Rule(
    "FC958", "fly-toml-bluegreen-without-check", .warning,
    "A deployment by bluegreen has a health check",
    rationale: """
      New machines take over once their checks pass. Without any check flyctl does not begin, and \
      says so only after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/configuration/#picking-a-deployment-strategy",
    example: .flyToml(
      at: "strategy = 'bluegreen'",
      wrong: """
        [deploy]
        strategy = 'bluegreen'

        [http_service]
        internal_port = 8080
        """,
      right: """
        [deploy]
        strategy = 'bluegreen'

        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        path = '/health'
        """),
    .flyToml { file, report in
      guard let strategy = file.root.table("deploy")?.text("strategy"),
        strategy.content == "bluegreen", file.checks.isEmpty
      else { return }
      report.add(
        "the strategy 'bluegreen' needs a health check, and there is none",
        help: file.httpService == nil
          ? "add [checks.NAME] with a type and a port" : "add [[http_service.checks]] with a path",
        at: strategy)
    })
}
