import DeployModel
import Documents

extension OverviewSection {
  static let environments = OverviewSection(
    title: "environments",
    lines: { subject in
      let rows = EnvironmentName.allCases.map { environment in
        [
          environment.rawValue, ScreenLine.clipped(subject.appName(of: environment), to: 20),
          subject.region(of: environment),
          "\(Counted(subject.variableCount(in: environment), "variable")), "
            + "\(Counted(subject.credentialCount(in: environment), "credential"))",
        ]
      }
      return TextTable(rows).text.split(separator: "\n").map(String.init)
    },
    members: { subject in
      let states = EnvironmentName.allCases.map { environment -> Node in
        .object([
          "environment": Node(.string(environment.rawValue)),
          "app": Node(.string(subject.appName(of: environment))),
          "region": Node(.string(subject.region(of: environment))),
          "variables": Node(integerLiteral: subject.variableCount(in: environment)),
          "credentials": Node(integerLiteral: subject.credentialCount(in: environment)),
        ])
      }
      return [.init(key: "environments", value: Node(.array(states)))]
    })
}

extension OverviewSubject {
  private func deployment(_ environment: EnvironmentName) -> DeploymentConfiguration? {
    (snapshot.project.deployment.value ?? nil)?[environment]
  }

  fileprivate func appName(of environment: EnvironmentName) -> String {
    let name = deployment(environment)?.appName.value
    return name.flatMap { try? AppName($0) }?.text ?? "unnamed"
  }

  fileprivate func region(of environment: EnvironmentName) -> String {
    let region = deployment(environment)?.regionPrimary.value
    return region.flatMap { Region.named($0) }?.code ?? "-"
  }

  fileprivate func variableCount(in environment: EnvironmentName) -> Int {
    (snapshot.project.variables.value ?? []).count { $0.environment.value == environment }
  }

  fileprivate func credentialCount(in environment: EnvironmentName) -> Int {
    snapshot.project.currentCredentials.count { $0.environment.value == environment }
  }
}
