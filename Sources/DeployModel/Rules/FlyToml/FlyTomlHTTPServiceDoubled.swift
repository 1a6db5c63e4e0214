extension Rule {
  static let flyTomlHTTPServiceDoubled = Rule(
    "FC939", "fly-toml-http-service-doubled", .warning,
    "What belongs to [http_service] stands under its name",
    rationale: """
      `[[services.http_checks]]` beside `[http_service]` checks nothing of that: it makes a second \
      service, without a port, whose checks fail, and with them the deployment.
      """,
    reference: "https://github.com/superfly/flyctl/issues/3675",
    example: .flyToml(
      at: "[[services.http_checks]]",
      wrong: """
        [http_service]
        internal_port = 8080

        [[services.http_checks]]
        interval = '15s'
        timeout = '2s'
        path = '/health'
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        interval = '15s'
        timeout = '2s'
        path = '/health'
        """),
    .flyToml { file, report in
      for service in file.services where file.isPartOfHTTPService(service) {
        report.add(
          "[[services]] is a second service beside [http_service], with no public port of its own",
          help: service.helpForHTTPService, at: service.table.span)
      }
    })
}

extension FlyServiceTable {
  /// Under which names the parts of a `[[services]]` belong in a file with `[http_service]`.
  fileprivate var helpForHTTPService: String {
    let names = [
      ("http_checks", "[[http_service.checks]]"),
      ("tcp_checks", "[checks.NAME] with type = \"tcp\" and a port"),
      ("machine_checks", "[[http_service.machine_checks]]"),
      ("concurrency", "[http_service.concurrency]"),
    ]
    let moves = names.filter { table.has($0.0) }.map { "'\($0.0)' as \($0.1)" }
    guard !moves.isEmpty else { return "move what it says into [http_service], and remove it" }
    return "write \(moves.joined(separator: ", and "))"
  }
}
