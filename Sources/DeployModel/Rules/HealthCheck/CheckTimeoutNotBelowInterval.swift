import Documents

extension Rule {
  static let checkTimeoutNotBelowInterval = Rule(
    "FC401", "check-timeout-not-below-interval", .error,
    "A check's timeout is shorter than its interval",
    rationale: """
      An attempt that may still be waiting when the next probe is due makes probes overlap or \
      fall behind: an outage is then noticed late or not at all.
      """,
    reference: "data model, Validation Rules, HealthCheck: timeout must be less than interval",
    example: .fields(
      .healthChecks, at: "timeout",
      wrong: #"{ "interval": 10, "timeout": 15 }"#,
      right: #"{ "interval": 60, "timeout": 10 }"#),
    .eachHealthCheck { check, report in
      let interval = try check.interval.get()
      let timeout = try check.timeout.get()
      guard interval >= 1, timeout >= interval else { return }
      report.add(
        \.timeout, "timeout \(timeout) s is not shorter than the interval of \(interval) s",
        help: "shorten timeout below \(interval), or lengthen interval")
    })
}
