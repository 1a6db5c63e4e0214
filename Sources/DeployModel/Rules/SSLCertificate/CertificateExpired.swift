import Documents

extension Rule {
  static let certificateExpired = Rule(
    "FC505", "certificate-expired", .error, "The certificate has not expired",
    rationale: """
      Browsers and clients refuse an expired certificate: the application cannot be reached under \
      its domain.
      """,
    reference: "RFC 5280, section 4.1.2.5, Validity",
    example: .fields(
      .certificate, at: "expires_at",
      wrong: """
        { "issued_at": "2026-08-01T00:00:00Z", "expires_at": "2026-10-30T00:00:00Z" }
        """,
      right: """
        { "issued_at": "2026-10-20T00:00:00Z", "expires_at": "2027-01-18T00:00:00Z" }
        """),
    .certificate { certificate, report in
      let help = "renew it: 'fly certs check' says what keeps it from being issued"
      guard let validity = try certificate.validity else {
        guard certificate.status.value == .expired, case .value(nil) = certificate.expiresAt
        else { return }
        report.add(\.status, "the certificate is expired", help: help)
        return
      }
      guard validity.isOver(at: report.now) else { return }
      report.add(
        \.expiresAt, "the certificate expired at '\(validity.end)', \(ago(validity, report.now))",
        help: help)
    })

  private static func ago(_ validity: Validity, _ now: Timestamp) -> String {
    let days = validity.daysOver(at: now)
    return days == 0 ? "less than a day ago" : days == 1 ? "1 day ago" : "\(days) days ago"
  }
}
