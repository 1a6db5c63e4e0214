import DeployModel
import Documents

extension OverviewSection {
  static let deployments = OverviewSection(
    title: "deployments",
    lines: { subject in
      let rows = subject.lastDeployments.map { deployment in
        [
          deployment.environment.value?.rawValue ?? "-",
          (deployment.version.value ?? "-").visible,
          deployment.status.value?.rawValue.replacing("_", with: " ") ?? "-",
          deployment.startedAt.value.map { CalendarDate($0).description } ?? "-",
          "by \((deployment.deployedBy.value ?? "-").visible)",
        ]
      }
      return TextTable(rows).text.split(separator: "\n").map(String.init)
    },
    members: { subject in
      let nodes = subject.lastDeployments.map { deployment -> Node in
        .object([
          "environment": Node(.string(deployment.environment.value?.rawValue ?? "")),
          "version": Node(.string(deployment.version.value ?? "")),
          "status": Node(.string(deployment.status.value?.rawValue ?? "")),
          "started_at": deployment.startedAt.value.map { Node(.string($0.description)) }
            ?? Node(.null),
        ])
      }
      return [.init(key: "deployments", value: Node(.array(nodes)))]
    })
}

extension OverviewSubject {
  /// The last deployment of each environment, in the order of the environments.
  fileprivate var lastDeployments: [DeploymentLog] {
    DeploymentEnvironment.allCases.compactMap { environment in
      (snapshot.project.deployments.value ?? []).last { $0.environment.value == environment }
    }
  }
}
