import Documents

extension Rule {
  static let deploymentHistoryContradicted = Rule(
    "FC711", "deployment-history-contradicted", .error,
    "The lines of one deployment agree on what was deployed, where and when",
    rationale: """
      A later line of an id changes how far the deployment has come, and not what it is. Lines \
      that differ in the environment, the version, the commit or the start are about two \
      deployments.
      """,
    reference: "data model, DeploymentLog: id",
    example: .fields(
      .deployments, at: "environment",
      wrong: """
        [
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "environment": "staging" },
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "environment": "production" }
        ]
        """,
      right: """
        [
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e", "environment": "staging" },
          { "id": "5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8f", "environment": "production" }
        ]
        """),
    .all(\.deployments, of: .deployments) { deployments, report in
      for (earlier, later) in DeploymentHistory(deployments).steps {
        for (field, name) in differences(deployments[earlier], deployments[later]) {
          report.add(
            field, "\(name) differs from that of the deployment's line before",
            help: "give a new deployment an id of its own", entry: later)
        }
      }
    })

  private static func differences(
    _ earlier: DeploymentLog, _ later: DeploymentLog
  ) -> [(field: PartialKeyPath<DeploymentLog>, name: String)] {
    var differences: [(PartialKeyPath<DeploymentLog>, String)] = []
    func compare<Value: Equatable>(_ field: KeyPath<DeploymentLog, Readable<Value>>, _ name: String)
    {
      guard let before = earlier[keyPath: field].value, let after = later[keyPath: field].value,
        before != after
      else { return }
      differences.append((field, name))
    }
    compare(\.deploymentID, "deployment_id")
    compare(\.version, "version")
    compare(\.environment, "environment")
    compare(\.startedAt, "started_at")
    if let before = try? CommitHash(earlier.commitHash.get()),
      let after = try? CommitHash(later.commitHash.get()), !before.isSameCommit(as: after)
    {
      differences.append((\.commitHash, "commit_hash"))
    }
    return differences
  }
}
