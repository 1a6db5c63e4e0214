import Documents

extension Rule {
  static let checkForNoEnvironment = Rule(
    "FC418", "check-for-no-environment", .warning,
    "A check that names its environments names at least one",
    rationale: """
      An empty list means that the check runs nowhere, while its entry looks as if something were \
      being watched.
      """,
    reference: "data model, HealthCheck: enabled",
    example: .fields(
      .healthChecks, at: "environments",
      wrong: #"{ "environments": [] }"#, right: #"{ "environments": ["production"] }"#),
    .eachHealthCheck { check, report in
      guard check.isForNoEnvironment else { return }
      report.add(
        \.environments, "environments is empty, so that the check runs nowhere",
        help: "remove the field to run the check everywhere, or write \"enabled\": false")
    })
}
