import Documents

extension Rule {
  static let certificateRenewalOverdue = Rule(
    "FC507", "certificate-renewal-overdue", .warning,
    "A certificate that renews itself is renewed when its last third begins",
    rationale: """
      Automatic renewal starts when a third of the certificate's time is left. If five days later \
      nothing has changed, something keeps it from happening, most often a DNS record.
      """,
    reference: "data model, SSLCertificate: auto_renew and last_renewed",
    example: .fields(
      .certificate, at: "expires_at",
      wrong: """
        { "issued_at": "2026-09-05T00:00:00Z", "expires_at": "2026-12-04T00:00:00Z" }
        """,
      right: """
        { "issued_at": "2026-10-20T00:00:00Z", "expires_at": "2027-01-18T00:00:00Z" }
        """),
    .certificate { certificate, report in
      guard try certificate.autoRenew.get(), let validity = try certificate.validity,
        validity.isRenewalOverdue(at: report.now), let due = validity.renewalStart
      else { return }
      let left = validity.timeLeft(at: report.now)
      report.add(
        \.expiresAt, "the renewal was due at '\(due)', and the certificate expires in \(left)",
        help: "'fly certs check' says which DNS record is missing; then update the dates")
    })
}
