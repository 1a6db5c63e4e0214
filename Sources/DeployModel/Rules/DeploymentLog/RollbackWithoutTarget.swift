import Documents

extension Rule {
  static let rollbackWithoutTarget = Rule(
    "FC704", "rollback-without-target", .error,
    "A deployment that was rolled back names the version it was rolled back to",
    rationale: """
      After a rollback the running version is not the one of the last deployment. The target is \
      the only place that says which it is.
      """,
    reference: "data model, DeploymentLog: rollback_target",
    example: .fields(
      .deployments, at: "rollback_target",
      wrong: #"{ "status": "rolled_back", "rollback_target": "" }"#,
      right: #"{ "status": "rolled_back", "rollback_target": "1.3.2" }"#),
    .eachDeployment { deployment, report in
      guard try deployment.status.get() == .rolledBack else { return }
      let target = try deployment.rollbackTarget.get()
      guard target?.isBlank ?? true else { return }
      report.add(
        \.rollbackTarget, "the deployment was rolled back and has no rollback_target",
        help: "add the version that runs since")
    })
}
