import Documents

extension Rule {
  static let deploymentDurationContradictsTimes = Rule(
    "FC702", "deployment-duration-contradicts-times", .error,
    "A deployment's duration is the time between its start and its completion",
    rationale: """
      The duration is kept for reading; the two times are what is measured. A duration that is \
      more than a second off leads people to look for a slow deployment that was none.
      """,
    reference: "data model, DeploymentLog: duration_seconds",
    example: .fields(
      .deployments, at: "duration_seconds",
      wrong: #"{ "duration_seconds": 320 }"#, right: #"{ "duration_seconds": 200 }"#),
    .eachDeployment { deployment, report in
      guard let duration = try deployment.durationSeconds.get() else { return }
      guard duration >= 0 else {
        report.add(
          \.durationSeconds, "duration_seconds is \(duration), expected 0 or more",
          help: "remove the field: the two times say it")
        return
      }
      guard let completed = try deployment.completedAt.get() else { return }
      let elapsed = Int(completed.seconds(since: try deployment.startedAt.get()))
      // Rounded up or down, both are the time that passed.
      guard elapsed >= 0, duration < elapsed || duration > elapsed + 1 else { return }
      report.add(
        \.durationSeconds,
        "duration_seconds is \(duration), and from started_at to completed_at are \(elapsed) s",
        help: "write \(elapsed), or correct the times")
    })
}
