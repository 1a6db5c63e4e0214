import Documents

extension Rule {
  static let unfinishedDeploymentWithCompletion = Rule(
    "FC710", "unfinished-deployment-with-completion", .warning,
    "A deployment that is pending or running has no completion",
    rationale: """
      What has been completed is not running any more: either the status was not brought up to \
      date, or the time was copied from another line.
      """,
    reference: "data model, DeploymentLog: status and completed_at",
    example: .fields(
      .deployments, at: "completed_at",
      wrong: """
        { "status": "running", "started_at": "2026-11-22T22:00:00Z",
          "completed_at": "2026-11-22T22:03:20Z" }
        """,
      right: """
        { "status": "success", "started_at": "2026-11-22T22:00:00Z",
          "completed_at": "2026-11-22T22:03:20Z" }
        """),
    .eachDeployment { deployment, report in
      let status = try deployment.status.get()
      guard status.stage < DeploymentStatus.success.stage,
        try deployment.completedAt.get() != nil
      else { return }
      report.add(
        \.completedAt, "the deployment is '\(status.rawValue)' and has a completed_at",
        help: "write the outcome as the status, or remove completed_at")
    })
}
