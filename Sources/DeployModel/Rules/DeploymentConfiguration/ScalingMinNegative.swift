import Documents

extension Rule {
  static let scalingMinNegative = Rule(
    "FC113", "scaling-min-negative", .error, "scaling_min is 0 or more",
    rationale: """
      No application has fewer than no instances. Fly.io's own validation lets a negative \
      min_machines_running pass.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: scaling_min",
    protects: .platform,
    example: .fields(
      .deployment, at: "scaling_min",
      wrong: #"{ "scaling_min": -1 }"#, right: #"{ "scaling_min": 0 }"#),
    .configuration { deployment, report in
      let least = try deployment.scalingMin.get()
      guard least < 0 else { return }
      report.add(
        \.scalingMin, "scaling_min \(least) is negative",
        help: "write 0 to let every instance stop, or the number that always runs")
    })
}
