import Documents

extension Rule {
  static let checkProbeLongerThanInterval = Rule(
    "FC408", "check-probe-longer-than-interval", .warning,
    "All attempts of a probe together fit into the interval",
    rationale: """
      When every attempt runs into its timeout, a probe takes retries + 1 timeouts and a second \
      between each two attempts. A probe that outlasts the interval delays the next one, so that \
      an outage is noticed later than the interval says.
      """,
    reference: "data model, HealthCheck: interval, timeout and retries",
    example: .fields(
      .healthChecks, at: "interval",
      wrong: #"{ "interval": 20, "timeout": 10, "retries": 3 }"#,
      right: #"{ "interval": 60, "timeout": 10, "retries": 3 }"#),
    .eachHealthCheck { check, report in
      let interval = try check.interval.get()
      let timeout = try check.timeout.get()
      let retries = try check.retries.get()
      guard timeout >= 1, retries >= 1, interval > timeout else { return }
      let longest = try check.longestProbe
      guard longest > interval else { return }
      let fitting = retries < interval ? (interval - retries) / (retries + 1) : 0
      let shorter = fitting >= 1 ? "shorten timeout to \(fitting)" : "lower retries"
      report.add(
        \.interval,
        "an attempt of \(timeout) s and \(retries) retries can take \(longest) s, longer than the"
          + " interval of \(interval) s",
        help: "lengthen interval to \(longest), or \(shorter)")
    })
}
