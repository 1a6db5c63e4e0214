import Documents

extension Rule {
  static let malformedFingerprint = Rule(
    "FC509", "malformed-fingerprint", .error,
    "A fingerprint is the SHA-256 of the certificate in 64 hexadecimal digits",
    rationale: """
      A fingerprint is compared digit by digit with that of the certificate that is served. One of \
      another digest, or one that was cut short, never matches.
      """,
    reference: "data model, SSLCertificate: fingerprint",
    example: .fields(
      .certificate, at: "fingerprint",
      wrong: """
        { "fingerprint": "b1bc968bd4f49d622aa89a81f2150152a41d829c" }
        """,
      right: """
        { "fingerprint": "d7a7a0fb5d7e2731d771e9484ebcdef71d5f0c3e0a2948782bc83ee0ea699ef4" }
        """),
    .certificate { certificate, report in
      guard let text = try certificate.fingerprint.get() else { return }
      do throws(MalformedValue) {
        _ = try Fingerprint(text)
      } catch {
        report.add(\.fingerprint, error.reason, help: error.help)
      }
    })
}
