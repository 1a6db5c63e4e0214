import Documents

extension Rule {
  static let checkTimeChangedByFly = Rule(
    "FC409", "check-time-changed-by-fly", .warning,
    "The times of an http check are ones that Fly.io keeps",
    rationale: """
      Fly.io lowers the interval, the timeout and the grace period of a check on a service to a \
      minute, with a warning that few people see. An application that needs longer to start is \
      then taken for broken and its deployment fails.
      """,
    reference: PlatformLimits.serviceCheckInterval.source,
    example: .fields(
      .healthChecks, at: "grace_period",
      wrong: #"{ "grace_period": 120 }"#, right: #"{ "grace_period": 60 }"#),
    .eachHealthCheck { check, report in
      guard try check.isRendered(as: .http, in: report.project) else { return }
      let times = [
        (\HealthCheck.interval, "interval", PlatformLimits.serviceCheckInterval),
        (\HealthCheck.timeout, "timeout", PlatformLimits.serviceCheckTimeout),
        (\HealthCheck.gracePeriod, "grace_period", PlatformLimits.serviceCheckGracePeriod),
      ]
      for (path, name, limits) in times {
        guard let seconds = check[keyPath: path].value, seconds > limits.value.upperBound
        else { continue }
        let kept = PlatformLimits.clamped(seconds, to: limits)
        report.add(
          path, "\(name) is \(seconds) s, which Fly.io lowers to \(kept) s",
          help: "write \(kept), so that the file says what happens")
      }
    })
}
