import Documents

extension Rule {
  static let domainMalformed = Rule(
    "FC102", "domain-malformed", .error, "domain is a fully qualified host name and nothing else",
    rationale: """
      The domain is looked up in the DNS and written into a certificate. With a scheme, a port or \
      a path around it, or in letters that the DNS does not carry, it is neither.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: "
      + "domain must be valid FQDN format; RFC 1035 and RFC 1123",
    protects: .platform,
    example: .fields(
      .deployment, at: "domain",
      wrong: #"{ "domain": "https://harbour.fly.dev/" }"#,
      right: #"{ "domain": "harbour.fly.dev" }"#),
    .configuration { deployment, report in
      let text = try deployment.domain.get()
      do throws(MalformedValue) {
        _ = try DomainName(text)
      } catch {
        report.add(\.domain, error.reason, help: error.help)
      }
    })
}
