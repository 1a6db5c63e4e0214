import Documents

extension Rule {
  static let certificateWarningBeforeRenewal = Rule(
    "FC512", "certificate-warning-before-renewal", .note,
    "warning_days is at most half of the certificate's time",
    rationale: """
      A certificate of 47 days that warns 30 days before its end would warn for most of its life. \
      The warning therefore waits until the last third, and warning_days does not say what happens.
      """,
    reference: "data model, SSLCertificate: warning_days",
    example: .fields(
      .certificate, at: "warning_days",
      wrong: #"{ "warning_days": 60 }"#, right: #"{ "warning_days": 30 }"#),
    .certificate { certificate, report in
      let warning = try certificate.warningDays.get()
      // The default is what nobody asked for, and not worth a word.
      guard warning != SSLCertificate.defaultWarningDays,
        let days = try certificate.validity?.days, warning > days / 2
      else { return }
      report.add(
        \.warningDays, "warning_days is \(warning) for a certificate of \(days) days",
        help: "write at most \(days / 3), when the last third begins")
    })
}
