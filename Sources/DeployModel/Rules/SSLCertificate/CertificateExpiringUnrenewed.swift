import Documents

extension Rule {
  static let certificateExpiringUnrenewed = Rule(
    "FC508", "certificate-expiring-unrenewed", .error,
    "A certificate that nothing renews has more than its warning_days left",
    rationale: """
      With auto_renew off nobody but a person renews the certificate. Within warning_days that is \
      work to be done now, not a thing to keep an eye on.
      """,
    reference: "data model, SSLCertificate: auto_renew and warning_days",
    example: .fields(
      .certificate, at: "expires_at",
      wrong: """
        {
          "issued_at": "2026-09-05T00:00:00Z",
          "expires_at": "2026-12-04T00:00:00Z",
          "auto_renew": false
        }
        """,
      right: """
        {
          "issued_at": "2026-10-20T00:00:00Z",
          "expires_at": "2027-01-18T00:00:00Z",
          "auto_renew": false
        }
        """),
    .certificate { certificate, report in
      guard try !certificate.autoRenew.get(), let validity = try certificate.validity,
        validity.isNearEnd(at: report.now, warningDays: try certificate.warningDays.get())
      else { return }
      let left = validity.timeLeft(at: report.now)
      report.add(
        \.expiresAt, "the certificate expires in \(left), and auto_renew is off",
        help: "renew it before '\(validity.end)', or turn auto_renew on")
    })
}
