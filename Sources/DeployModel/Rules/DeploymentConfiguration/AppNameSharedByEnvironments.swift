import Documents

extension Rule {
  static let appNameSharedByEnvironments = Rule(
    "FC121", "app-name-shared-by-environments", .warning,
    "Each environment with settings of its own has an application of its own",
    rationale: """
      Two environments of one application name are one application on Fly.io: deploying the one \
      replaces the other.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: "
      + "app name must be unique across Fly.io platform",
    example: .fields(
      .deployment, at: "app_name",
      wrong: #"{ "app_name": "harbour", "environments": { "staging": { "scaling_max": 2 } } }"#,
      right: """
        {
          "app_name": "harbour",
          "environments": {
            "staging": {
              "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev", "scaling_max": 2
            }
          }
        }
        """,
      with: [
        .certificate: """
        { "environments": { "staging": { "domain": "harbour-staging.fly.dev" } } }
        """
      ]),
    .configuration { deployment, report in
      let name = try deployment.appName.get()
      for earlier in try report.earlierConfigurations(before: deployment)
      where earlier.deployment.appName.value == name {
        let environment = report.environment
        report.add(
          \.appName,
          "\(environment) has the application name of \(earlier.environment), \(Quoted(name))",
          help: "give \(environment) an app_name\(report.placeToWrite)")
        return
      }
    })
}
