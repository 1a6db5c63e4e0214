extension Rule {
  static let flyTomlCheckTimeoutNotBelowInterval = Rule(
    "FC953", "fly-toml-check-timeout-not-below-interval", .warning,
    "A check's timeout is shorter than its interval",
    rationale: """
      An attempt that may still be waiting when the next one is due makes attempts overlap or \
      fall behind: an outage is then noticed late.
      """,
    reference: "https://fly.io/docs/reference/health-checks/",
    example: .flyToml(
      at: "timeout = '20s'",
      wrong: """
        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        interval = '10s'
        timeout = '20s'
        path = '/health'
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        interval = '20s'
        timeout = '10s'
        path = '/health'
        """),
    .flyToml { file, report in
      for check in file.checks {
        guard let interval = check.time("interval"), let timeout = check.time("timeout"),
          interval.content.nanoseconds > 0, timeout.content >= interval.content
        else { continue }
        report.add(
          "timeout \(timeout.content) is not shorter than the interval of \(interval.content)",
          help: "shorten timeout below \(interval.content), or lengthen interval", at: timeout)
      }
    })
}
