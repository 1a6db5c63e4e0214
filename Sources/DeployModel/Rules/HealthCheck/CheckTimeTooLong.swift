import Documents

extension Rule {
  static let checkTimeTooLong = Rule(
    "FC419", "check-time-too-long", .error,
    "The times of a check are ones that flyctl can read",
    rationale: """
      flyctl reads a duration as nanoseconds in 64 bits. One of more than 292 years makes the \
      whole file unreadable, and such a number is always a mistake.
      """,
    reference: "https://pkg.go.dev/time#ParseDuration",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "grace_period",
      wrong: #"{ "grace_period": 9300000000 }"#, right: #"{ "grace_period": 30 }"#),
    .eachHealthCheck { check, report in
      add(check.interval, \.interval, "interval", &report)
      add(check.timeout, \.timeout, "timeout", &report)
      add(check.gracePeriod, \.gracePeriod, "grace_period", &report)
    })

  /// The most whole seconds in 2^63 - 1 nanoseconds.
  private static let longestDuration = Int.max / 1_000_000_000

  private static func add(
    _ time: Readable<Int>, _ field: PartialKeyPath<HealthCheck>, _ name: String,
    _ report: inout Report<HealthCheck>
  ) {
    guard let seconds = time.value, seconds > longestDuration else { return }
    report.add(
      field, "\(name) is \(seconds) s, more than flyctl can read",
      help: "write the seconds that are meant, such as 30")
  }
}
