extension Rule {
  package static let appNameTaken = Rule(
    "FC843", "app-name-taken", .error,
    "The application's name is free, or its application is one's own",
    rationale: """
      Names are unique over all of Fly.io. Only Fly.io knows who has one, so that it is \
      asked where --online is given.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: app_name must be unique",
    protects: .platform,
    example: .scanned(
      "deployment.json",
      wrong: "\"app_name\": \"api\"",
      right: "\"app_name\": \"harbour-api\""),
    .gate)
}
