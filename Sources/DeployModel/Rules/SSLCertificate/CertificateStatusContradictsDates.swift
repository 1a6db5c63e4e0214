import Documents

extension Rule {
  static let certificateStatusContradictsDates = Rule(
    "FC504", "certificate-status-contradicts-dates", .error,
    "A certificate's status agrees with its dates",
    rationale: """
      People read the status and programs read the dates. When the two disagree, one of them has \
      not been kept up to date, and nobody knows which.
      """,
    reference: "data model, SSLCertificate: status",
    example: .fields(
      .certificate, at: "status",
      wrong: #"{ "status": "expired" }"#, right: #"{ "status": "active" }"#),
    .certificate { certificate, report in
      guard let validity = try certificate.validity, !validity.isOver(at: report.now)
      else { return }
      let status = try certificate.status.get()
      switch status {
      case .expired:
        report.add(
          \.status, "status is 'expired', and the certificate is valid until '\(validity.end)'",
          help: validity.hasBegun(at: report.now) ? "write 'active'" : "write 'pending'")
      case .active where !validity.hasBegun(at: report.now):
        report.add(
          \.status, "status is 'active' before issued_at, '\(validity.start ?? report.now)'",
          help: "write 'pending', or correct issued_at")
      case .pending:
        guard let start = validity.start, validity.hasBegun(at: report.now) else { return }
        report.add(
          \.status, "status is 'pending', and the certificate is valid since '\(start)'",
          help: "write 'active'")
      case .active, .failed: break
      }
    })
}
