import Documents

extension Rule {
  static let certificateWarningDaysNegative = Rule(
    "FC511", "certificate-warning-days-negative", .error, "warning_days is not negative",
    rationale: """
      A negative number of days would warn after the certificate has expired; 0 says clearly that \
      no warning is wanted.
      """,
    reference: "data model, SSLCertificate: warning_days",
    example: .fields(
      .certificate, at: "warning_days",
      wrong: #"{ "warning_days": -30 }"#, right: #"{ "warning_days": 30 }"#),
    .certificate { certificate, report in
      let days = try certificate.warningDays.get()
      guard days < 0 else { return }
      report.add(
        \.warningDays, "warning_days is \(days), expected 0 or more",
        help: "remove the field: the default is 30")
    })
}
