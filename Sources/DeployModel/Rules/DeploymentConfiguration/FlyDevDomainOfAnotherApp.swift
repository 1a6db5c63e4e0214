import Documents

extension Rule {
  static let flyDevDomainOfAnotherApp = Rule(
    "FC103", "fly-dev-domain-of-another-app", .error,
    "A domain under fly.dev is the application's own: <app_name>.fly.dev",
    rationale: """
      Fly.io gives each application one name under fly.dev. Any other name there belongs to \
      another application or to no one, and no certificate for it can be had.
      """,
    reference: "https://fly.io/docs/networking/custom-domain/",
    protects: .platform,
    example: .fields(
      .deployment, at: "domain",
      wrong: #"{ "app_name": "harbour", "domain": "harbor.fly.dev" }"#,
      right: #"{ "app_name": "harbour", "domain": "harbour.fly.dev" }"#),
    .configuration { deployment, report in
      let domain = try DomainName(try deployment.domain.get())
      guard domain.isUnderFlyDev || domain.text == "fly.dev" else { return }
      let name = try AppName(try deployment.appName.get())
      let own = "\(name).fly.dev"
      guard domain.text != own else { return }
      report.add(
        \.domain, "the domain '\(domain)' is not the one of the application '\(name)'",
        help: "write '\(own)'\(report.placeToWrite), or a domain of your own")
    })
}
