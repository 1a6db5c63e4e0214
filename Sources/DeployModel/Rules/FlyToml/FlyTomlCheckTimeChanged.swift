import Documents

extension Rule {
  static let flyTomlCheckTimeChanged = Rule(
    "FC952", "fly-toml-check-time-changed", .warning,
    "The times of a service's checks are ones that Fly.io keeps",
    rationale: """
      Fly.io raises them to a second and lowers them to a minute. An application that needs longer \
      to start than that is taken for broken, whatever grace period the file gives it.
      """,
    reference: PlatformLimits.serviceCheckInterval.source,
    example: .flyToml(
      at: "grace_period = '2m'",
      wrong: """
        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        grace_period = '2m'
        path = '/health'
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[http_service.checks]]
        grace_period = '1m'
        path = '/health'
        """),
    .flyToml { file, report in
      let limits = [
        ("interval", PlatformLimits.serviceCheckInterval),
        ("timeout", PlatformLimits.serviceCheckTimeout),
        ("grace_period", PlatformLimits.serviceCheckGracePeriod),
      ]
      for check in file.checks where !check.isTopLevel {
        for (key, limit) in limits {
          guard let time = check.time(key) else { continue }
          let kept = time.content.clamped(to: limit.value)
          guard kept != time.content, key != "grace_period" || time.content.nanoseconds != 0
          else { continue }
          let change = kept < time.content ? "lowers" : "raises"
          report.add(
            "\(key) is \(time.content), which Fly.io \(change) to \(kept)",
            help: "write \"\(kept)\", so that the file says what happens", at: time,
            fix: .value(.text("\(kept)")))
        }
      }
    })
}

extension FlyDuration {
  /// The nearest duration within a range of seconds.
  fileprivate func clamped(to seconds: ClosedRange<Int>) -> FlyDuration {
    min(
      max(self, FlyDuration(seconds: Int64(seconds.lowerBound))),
      FlyDuration(seconds: Int64(seconds.upperBound)))
  }
}
