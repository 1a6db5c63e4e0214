import Documents

extension Rule {
  static let successWithoutCompletion = Rule(
    "FC703", "success-without-completion", .error,
    "A successful deployment says when it was completed",
    rationale: """
      From its completion on a version serves requests. Without that time nobody can tell which \
      version answered a request in the past.
      """,
    reference: "data model, DeploymentLog: completed_at",
    example: .fields(
      .deployments, at: nil,
      wrong: #"{ "status": "success", "completed_at": null, "duration_seconds": null }"#,
      right: #"{ "status": "success", "completed_at": "2026-11-21T10:03:20Z" }"#),
    .eachDeployment { deployment, report in
      guard try deployment.status.get() == .success, try deployment.completedAt.get() == nil
      else { return }
      report.add(
        \.completedAt, "the deployment succeeded and has no completed_at",
        help: "add the time at which it was completed")
    })
}
