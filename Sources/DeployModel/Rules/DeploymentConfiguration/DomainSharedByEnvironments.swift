import Documents

extension Rule {
  static let domainSharedByEnvironments = Rule(
    "FC122", "domain-shared-by-environments", .warning,
    "Applications of different environments have different domains",
    rationale: """
      A domain leads to one application. The others under the same name get no visitors, and no \
      certificate once the first has one.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: domain",
    example: .fields(
      .deployment, at: "domain",
      wrong: """
        {
          "domain": "harbour.example.com",
          "environments": { "staging": { "app_name": "harbour-staging" } }
        }
        """,
      right: """
        {
          "domain": "harbour.example.com",
          "environments": {
            "staging": {
              "app_name": "harbour-staging", "domain": "staging.harbour.example.com"
            }
          }
        }
        """,
      with: [
        .certificate: """
        {
          "domain": "harbour.example.com",
          "environments": { "staging": { "domain": "staging.harbour.example.com" } }
        }
        """
      ]),
    .configuration { deployment, report in
      let name = try deployment.appName.get()
      let domain = try DomainName(try deployment.domain.get())
      guard !domain.isUnderFlyDev else { return }
      for earlier in try report.earlierConfigurations(before: deployment)
      where earlier.hasOtherApplication(than: name, under: domain) {
        let environment = report.environment
        report.add(
          \.domain, "\(environment) has the domain of \(earlier.environment), '\(domain)'",
          help: "give \(environment) a domain\(report.placeToWrite)")
        return
      }
    })
}

extension EarlierConfiguration {
  fileprivate func hasOtherApplication(than name: String, under domain: DomainName) -> Bool {
    guard let otherName = deployment.appName.value, otherName != name,
      let text = deployment.domain.value, let other = try? DomainName(text)
    else { return false }
    return other == domain
  }
}
