import Documents

extension Rule {
  static let checkRetriesNotPositive = Rule(
    "FC406", "check-retries-not-positive", .error, "A check retries at least once",
    rationale: """
      A single lost packet or a pause of the garbage collector fails an attempt. One more attempt \
      inside the same probe tells such a moment from an outage.
      """,
    reference:
      "data model, Validation Rules, HealthCheck: retry count must be positive integer",
    example: .fields(
      .healthChecks, at: "retries", wrong: #"{ "retries": 0 }"#, right: #"{ "retries": 3 }"#),
    .eachHealthCheck { check, report in
      let retries = try check.retries.get()
      guard retries < 1 else { return }
      report.add(
        \.retries, "retries is \(retries), expected at least 1",
        help: "write 1, or remove the field: the default is 3")
    })
}
