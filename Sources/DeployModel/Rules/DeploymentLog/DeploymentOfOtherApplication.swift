import Documents

extension Rule {
  static let deploymentOfOtherApplication = Rule(
    "FC712", "deployment-of-other-application", .warning,
    "A deployment references the application of its environment",
    rationale: """
      The log belongs to one project. A deployment of another application was copied here, or the \
      application has got a new name since.
      """,
    reference: "data model, Relationships: DeploymentLog references DeploymentConfiguration",
    example: .fields(
      .deployments, at: "app_name",
      wrong: #"{ "app_name": "lighthouse" }"#, right: #"{ "app_name": "harbour" }"#),
    .eachDeployment { deployment, report in
      guard let name = try deployment.appName.get(),
        let configurations = try report.project.deployment.get()
      else { return }
      let environment = try deployment.environment.get().name
      let expected = try configurations[environment].appName.get()
      guard name != expected else { return }
      report.add(
        \.appName,
        "app_name is \(Quoted(name)), and the application in \(environment) is"
          + " \(Quoted(expected))",
        help: "remove the field, or suppress this where the application was renamed")
    })
}
