import Documents

extension Rule {
  static let deploymentStartedInFuture = Rule(
    "FC713", "deployment-started-in-future", .warning, "A deployment was started before now",
    rationale: """
      The log says what happened. A start in the future comes from a wrong clock or a wrong time \
      zone, and puts every later deployment out of order.
      """,
    reference: "data model, DeploymentLog: started_at",
    example: .fields(
      .deployments, at: "started_at",
      wrong: """
        { "started_at": "2026-11-24T10:00:00Z", "completed_at": "2026-11-24T10:03:20Z" }
        """,
      right: """
        { "started_at": "2026-11-22T10:00:00Z", "completed_at": "2026-11-22T10:03:20Z" }
        """),
    .eachDeployment { deployment, report in
      let started = try deployment.startedAt.get()
      guard started > report.now else { return }
      report.add(
        \.startedAt, "started_at is '\(started)', which is still to come",
        help: "is the clock right, and the time in UTC?")
    })
}
