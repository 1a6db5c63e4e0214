import Documents

extension Rule {
  static let checkGracePeriodNegative = Rule(
    "FC415", "check-grace-period-negative", .error, "A check's grace period is not negative",
    rationale: """
      The grace period is the time after a deployment in which failures do not count; 0 means \
      that they count at once.
      """,
    reference: "data model, HealthCheck: grace_period",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "grace_period",
      wrong: #"{ "grace_period": -5 }"#, right: #"{ "grace_period": 0 }"#),
    .eachHealthCheck { check, report in
      let seconds = try check.gracePeriod.get()
      guard seconds < 0 else { return }
      report.add(
        \.gracePeriod, "grace_period is \(seconds) s, expected 0 or more",
        help: "write 0 for no grace period, or remove the field: the default is 30")
    })
}
