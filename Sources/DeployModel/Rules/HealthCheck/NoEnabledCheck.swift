import Documents

extension Rule {
  static let noEnabledCheck = Rule(
    "FC413", "no-enabled-check", .warning, "At least one check is enabled in production",
    rationale: """
      Without a check Fly.io sends requests to a machine as soon as it runs, whether the \
      application answers or not, and calls a deployment successful that nobody can use.
      """,
    reference: "https://fly.io/docs/reference/health-checks/",
    example: .wholeFile(
      .healthChecks, at: "enabled",
      wrong: wholeFile(enabled: "false"), right: wholeFile(enabled: "true")),
    .all(\.healthChecks, of: .healthChecks) { checks, report in
      guard !report.project.leaves(.httpService) else { return }
      for check in checks {
        // What is meant for no environment has a finding of its own.
        if try check.applies(to: .production) || check.isForNoEnvironment { return }
      }
      let message = "no check is enabled in production"
      guard
        let index = checks.firstIndex(where: { $0.enabled.value == false }) ?? checks.indices.first
      else {
        report.addEntity(message, help: "add a check, at least one that connects to the port")
        return
      }
      if checks[index].enabled.value == false {
        report.add(\.enabled, message, help: "enable this check, or add one", entry: index)
      } else {
        report.add(
          \.environments, message, help: "add 'production' to the environments of a check",
          entry: index)
      }
    })

  private static func wholeFile(enabled: String) -> String {
    """
    { "health_checks": [
      {
        "id": "7c2f5b1e-93d4-4c6a-8a1e-5f0d2b3c4e6f",
        "check_type": "http",
        "endpoint": "/healthz",
        "interval": 30,
        "timeout": 5,
        "alert_threshold": 3,
        "enabled": \(enabled)
      }
    ] }
    """
  }
}
