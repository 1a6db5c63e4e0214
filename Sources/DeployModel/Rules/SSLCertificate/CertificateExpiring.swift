import Documents

extension Rule {
  static let certificateExpiring = Rule(
    "FC506", "certificate-expiring", .warning,
    "A certificate has more than its warning_days left",
    rationale: """
      A certificate that is not renewed takes the application down at a known minute. A warning \
      before that leaves time to find out why the renewal does not come.
      """,
    reference: "data model, SSLCertificate: warning_days",
    example: .fields(
      .certificate, at: "expires_at",
      wrong: """
        { "issued_at": "2026-09-23T00:00:00Z", "expires_at": "2026-12-22T00:00:00Z",
          "warning_days": 30 }
        """,
      right: """
        { "issued_at": "2026-10-20T00:00:00Z", "expires_at": "2027-01-18T00:00:00Z" }
        """),
    .certificate { certificate, report in
      guard try certificate.autoRenew.get(), let validity = try certificate.validity,
        validity.isNearEnd(at: report.now, warningDays: try certificate.warningDays.get()),
        !validity.isRenewalOverdue(at: report.now)
      else { return }
      report.add(
        \.expiresAt, "the certificate expires in \(validity.timeLeft(at: report.now))",
        help: "see that it is renewed before '\(validity.end)'")
    })
}

extension Validity {
  /// The time that is left in words.
  func timeLeft(at now: Timestamp) -> String {
    let days = daysLeft(at: now)
    return days == 0 ? "less than a day" : days == 1 ? "1 day" : "\(days) days"
  }
}
