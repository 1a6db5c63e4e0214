import Documents

extension Rule {
  static let checkAlertThresholdNotPositive = Rule(
    "FC407", "check-alert-threshold-not-positive", .error,
    "A check alerts after at least one failed probe",
    rationale: """
      The threshold counts probes that failed one after another. A threshold below 1 would alert \
      before anything has failed.
      """,
    reference: "data model, HealthCheck: alert_threshold",
    example: .fields(
      .healthChecks, at: "alert_threshold",
      wrong: #"{ "alert_threshold": 0 }"#, right: #"{ "alert_threshold": 1 }"#),
    .eachHealthCheck { check, report in
      let threshold = try check.alertThreshold.get()
      guard threshold < 1 else { return }
      report.add(
        \.alertThreshold, "alert_threshold is \(threshold), expected at least 1",
        help: "write 1 to alert at the first failed probe")
    })
}
