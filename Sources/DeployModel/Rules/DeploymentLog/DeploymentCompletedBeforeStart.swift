import Documents

extension Rule {
  static let deploymentCompletedBeforeStart = Rule(
    "FC701", "deployment-completed-before-start", .error,
    "A deployment is completed after it was started",
    rationale: """
      The log is the record of what happened when. A deployment that ends before it begins was \
      written by clocks that disagree, or by hand.
      """,
    reference: "data model, DeploymentLog: started_at and completed_at",
    example: .fields(
      .deployments, at: "completed_at",
      wrong: """
        { "started_at": "2026-11-21T10:05:00Z", "completed_at": "2026-11-21T10:00:00Z" }
        """,
      right: """
        { "started_at": "2026-11-21T10:00:00Z", "completed_at": "2026-11-21T10:03:20Z" }
        """),
    .eachDeployment { deployment, report in
      let started = try deployment.startedAt.get()
      guard let completed = try deployment.completedAt.get(), completed < started else { return }
      report.add(
        \.completedAt, "completed_at is '\(completed)', before started_at, '\(started)'",
        help: "are the two swapped?")
    })
}
