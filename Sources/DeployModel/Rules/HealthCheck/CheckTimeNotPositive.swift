import Documents

extension Rule {
  static let checkTimeNotPositive = Rule(
    "FC405", "check-time-not-positive", .error,
    "A check's interval and timeout are at least a second",
    rationale: """
      Both count whole seconds. With an interval of 0 probes would follow each other without a \
      pause, and with a timeout of 0 every attempt would have failed before it began.
      """,
    reference: "data model, HealthCheck: interval and timeout",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "timeout", wrong: #"{ "timeout": 0 }"#, right: #"{ "timeout": 1 }"#),
    .eachHealthCheck { check, report in
      if let interval = check.interval.value, interval < 1 {
        report.add(
          \.interval, "interval is \(interval) s, expected at least 1",
          help: "write the seconds from one probe to the next, such as 30")
      }
      if let timeout = check.timeout.value, timeout < 1 {
        report.add(
          \.timeout, "timeout is \(timeout) s, expected at least 1",
          help: "write the seconds that an attempt may take, such as 5")
      }
    })
}
