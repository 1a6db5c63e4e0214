import Documents

extension Rule {
  static let malformedCertificateDomain = Rule(
    "FC510", "malformed-certificate-domain", .error,
    "A certificate is for a domain name or a wildcard of one label",
    rationale: """
      Certificate authorities issue certificates for fully qualified domain names. `fly certs add` \
      refuses anything else.
      """,
    reference: "RFC 1123, section 2.1; RFC 9525, section 6.3 for wildcards",
    protects: .platform,
    example: .fields(
      .certificate, at: "domain",
      wrong: #"{ "domain": "https://harbour.fly.dev" }"#,
      right: #"{ "domain": "harbour.fly.dev" }"#),
    .certificate { certificate, report in
      let text = try certificate.domain.get()
      do throws(MalformedValue) {
        _ = try DomainName(text, allowingWildcard: true)
      } catch {
        report.add(\.domain, error.reason, help: error.help)
      }
    })
}
