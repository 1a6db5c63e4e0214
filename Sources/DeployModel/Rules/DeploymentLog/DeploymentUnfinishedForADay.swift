import Documents

extension Rule {
  static let deploymentUnfinishedForADay = Rule(
    "FC707", "deployment-unfinished-for-a-day", .warning,
    "A deployment is finished within a day of its start",
    rationale: """
      A deployment takes minutes. One that has been pending or running for more than a day was \
      abandoned, and its outcome has not been written down.
      """,
    reference: "data model, DeploymentLog: status",
    example: .fields(
      .deployments, at: "status",
      wrong: #"{ "status": "running", "completed_at": null, "duration_seconds": null }"#,
      right: #"{ "status": "success" }"#),
    .all(\.deployments, of: .deployments) { deployments, report in
      for index in DeploymentHistory(deployments).lastLines {
        guard let status = deployments[index].status.value,
          status.stage < DeploymentStatus.success.stage,
          let started = deployments[index].startedAt.value
        else { continue }
        let seconds = report.now.seconds(since: started)
        guard seconds > 86_400 else { continue }
        let hours = seconds / 3_600
        let since = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
        report.add(
          \.status, "the deployment is '\(status.rawValue)' since \(since)",
          help: "append a line with the same id and the outcome", entry: index)
      }
    })
}
