import Documents

extension Rule {
  static let deploymentStartedBeforePrevious = Rule(
    "FC709", "deployment-started-before-previous", .warning,
    "Deployments stand in the order in which they were started",
    rationale: """
      The log is only appended to, so that its order is the order of events. A deployment that \
      began before the one above it was added later, or lines were moved.
      """,
    reference: "data model, DeploymentLog: started_at",
    example: .fields(
      .deployments, at: "started_at",
      wrong: """
        { "started_at": "2026-11-19T10:00:00Z", "completed_at": "2026-11-19T10:03:20Z" }
        """,
      right: """
        { "started_at": "2026-11-21T10:00:00Z", "completed_at": "2026-11-21T10:03:20Z" }
        """),
    .all(\.deployments, of: .deployments) { deployments, report in
      var previous: Timestamp?
      for index in DeploymentHistory(deployments).firstLines {
        guard let started = deployments[index].startedAt.value else { continue }
        if let previous, started < previous {
          report.add(
            \.startedAt,
            "started_at is '\(started)', before that of the deployment above,"
              + " '\(previous)'",
            help: "move the line to its place, or correct the time", entry: index)
        }
        previous = started
      }
    })
}
