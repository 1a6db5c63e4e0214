import Documents

extension Rule {
  static let appNameMalformed = Rule(
    "FC101", "app-name-malformed", .error,
    "app_name is 1 to 63 lower-case letters, digits and inner hyphens",
    rationale: """
      Fly.io refuses to create an application under any other name, because the name is also the \
      first label of its address below fly.dev.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: app_name",
    protects: .platform,
    example: .fields(
      .deployment, at: "app_name",
      wrong: #"{ "app_name": "Harbour" }"#, right: #"{ "app_name": "harbour" }"#),
    .configuration { deployment, report in
      let text = try deployment.appName.get()
      do throws(MalformedValue) {
        _ = try AppName(text)
      } catch {
        report.add(\.appName, error.reason, help: error.help)
      }
    })
}
