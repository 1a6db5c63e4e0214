import Documents

extension Rule {
  static let certificateRenewedAfterExpiry = Rule(
    "FC513", "certificate-renewed-after-expiry", .error,
    "A certificate was last renewed before it expires",
    rationale: """
      A renewal brings a certificate with a later end. A renewal at or after expires_at means \
      that the dates of the certificate before it are still in the file.
      """,
    reference: "data model, SSLCertificate: last_renewed and expires_at",
    example: .fields(
      .certificate, at: "last_renewed",
      wrong: #"{ "last_renewed": "2027-02-01T00:00:00Z" }"#,
      right: #"{ "last_renewed": "2026-10-20T00:00:00Z" }"#),
    .certificate { certificate, report in
      guard let renewed = try certificate.lastRenewed.get(),
        let validity = try certificate.validity, renewed >= validity.end
      else { return }
      report.add(
        \.lastRenewed, "last_renewed is '\(renewed)', not before expires_at, '\(validity.end)'",
        help: "write the dates of the renewed certificate")
    })
}
