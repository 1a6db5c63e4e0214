import Documents

extension Rule {
  static let deploymentStatusGoesBack = Rule(
    "FC708", "deployment-status-goes-back", .error,
    "The status of a deployment never goes back, nor from one outcome to the other",
    rationale: """
      Lines of one id are the history of one deployment: pending, running, then success or failed, \
      and perhaps rolled_back. A step back, or a second outcome, means that two deployments share \
      an id, or that lines were moved.
      """,
    reference: "data model, DeploymentLog: status",
    example: .fields(
      .deployments, at: "status",
      wrong: """
        [
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "status": "success" },
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "status": "pending", "completed_at": null,
            "duration_seconds": null, "started_at": "2026-11-22T23:00:00Z" }
        ]
        """,
      right: """
        [
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "status": "pending",
            "completed_at": null, "duration_seconds": null },
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "status": "success" }
        ]
        """),
    .all(\.deployments, of: .deployments) { deployments, report in
      for (earlier, later) in DeploymentHistory(deployments).steps {
        guard let before = deployments[earlier].status.value,
          let after = deployments[later].status.value, !before.mayBecome(after)
        else { continue }
        let change =
          after.stage < before.stage
          ? "goes from '\(before.rawValue)' back to '\(after.rawValue)'"
          : "changes from '\(before.rawValue)' to '\(after.rawValue)', and both are outcomes"
        report.add(
          \.status, "status \(change)",
          help: "give a new deployment an id of its own", entry: later)
      }
    })
}
