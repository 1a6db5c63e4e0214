import Documents

extension Rule {
  static let certificateFailed = Rule(
    "FC514", "certificate-failed", .warning, "The last request for the certificate succeeded",
    rationale: """
      A failed request is tried again only so often: Let's Encrypt allows five failures an hour \
      for one host. Until the cause is mended the certificate is not issued or renewed.
      """,
    reference: "https://fly.io/docs/networking/custom-domain/",
    example: .fields(
      .certificate, at: "status",
      wrong: #"{ "status": "failed" }"#, right: #"{ "status": "active" }"#),
    .certificate { certificate, report in
      guard try certificate.status.get() == .failed else { return }
      report.add(
        \.status, "the last request for the certificate failed",
        help: "'fly certs check' says what keeps it from being issued")
    })
}
