import Documents

extension Rule {
  static let certificateExpiresBeforeIssue = Rule(
    "FC503", "certificate-expires-before-issue", .error,
    "A certificate expires after it was issued",
    rationale: """
      A certificate is valid from one time to a later one. Dates the other way round were mixed \
      up, and no warning can be computed from them.
      """,
    reference: "RFC 5280, section 4.1.2.5, Validity",
    example: .fields(
      .certificate, at: "expires_at",
      wrong: """
        { "issued_at": "2027-01-18T00:00:00Z", "expires_at": "2026-10-20T00:00:00Z" }
        """,
      right: """
        { "issued_at": "2026-10-20T00:00:00Z", "expires_at": "2027-01-18T00:00:00Z" }
        """),
    .certificate { certificate, report in
      guard let issued = try certificate.issuedAt.get(),
        let expires = try certificate.expiresAt.get(), expires <= issued
      else { return }
      report.add(
        \.expiresAt, "expires_at is '\(expires)', not after issued_at, '\(issued)'",
        help: "are the two swapped?")
    })
}
