import Documents

extension Rule {
  static let certificateDomainNotCovering = Rule(
    "FC501", "certificate-domain-not-covering", .error,
    "The certificate covers the deployment's domain",
    rationale: """
      A browser refuses a certificate that was made for another name. A wildcard stands for \
      exactly one label: `*.example.com` covers `app.example.com` and not `example.com`. Names \
      under fly.dev are served with a certificate of Fly.io's own, so that an environment there \
      needs no entry.
      """,
    reference: "RFC 9525, section 6.3, Matching the DNS Domain Name Portion",
    example: .fields(
      .certificate, at: "domain",
      wrong: #"{ "domain": "www.example.com" }"#, right: #"{ "domain": "*.example.com" }"#,
      with: [.deployment: #"{ "domain": "shop.example.com" }"#]),
    .certificate { certificate, report in
      guard let deployments = try report.project.deployment.get() else { return }
      let served = try DomainName(try deployments[report.environment].domain.get())
      let covered = try DomainName(try certificate.domain.get(), allowingWildcard: true)
      guard !covered.covers(served) else { return }
      let production = try report.project.certificate.get()?.production.domain.get()
      let isInherited =
        try report.environment != .production && certificate.domain.get() == production
      if isInherited, served.isUnderFlyDev { return }
      report.add(
        \.domain, "the certificate for '\(covered)' does not cover the domain '\(served)'",
        help: isInherited
          ? "add the certificate of \(report.environment) under \"environments\""
          : "write '\(served)', or correct the deployment's domain")
    })
}
