import Documents

extension Rule {
  static let activeCertificateWithoutDates = Rule(
    "FC502", "active-certificate-without-dates", .error,
    "An active certificate says when it was issued and when it expires",
    rationale: """
      Nobody can be warned of an expiry that is not written down, and a certificate that expires \
      unnoticed takes the whole application with it.
      """,
    reference: "data model, SSLCertificate: issued_at and expires_at",
    example: .wholeFile(
      .certificate, at: "expires_at",
      wrong: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "active",
          "issued_at": "2026-10-20T00:00:00Z"
        }
        """,
      right: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "active",
          "issued_at": "2026-10-20T00:00:00Z",
          "expires_at": "2027-01-18T00:00:00Z"
        }
        """),
    .certificate { certificate, report in
      guard try certificate.status.get() == .active else { return }
      if case .value(nil) = certificate.issuedAt {
        report.add(
          \.issuedAt, "the certificate is active and has no issued_at",
          help: "add the time from which it is valid, as 'openssl x509 -noout -dates' prints it")
      }
      if case .value(nil) = certificate.expiresAt {
        report.add(
          \.expiresAt, "the certificate is active and has no expires_at",
          help: "add the time until which it is valid, as 'openssl x509 -noout -dates' prints it")
      }
    })
}
