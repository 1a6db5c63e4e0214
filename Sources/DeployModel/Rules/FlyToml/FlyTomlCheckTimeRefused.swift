import Documents

extension Rule {
  static let flyTomlCheckTimeRefused = Rule(
    "FC951", "fly-toml-check-time-refused", .error,
    "Checks of [checks] run at most every 2 seconds and wait for a minute at most",
    rationale: """
      flyctl refuses the file otherwise. Only the checks of a service are given other times \
      instead.
      """,
    reference: PlatformLimits.topLevelCheckMinimumInterval.source, protects: .platform,
    example: .flyToml(
      at: "interval = '1s'",
      wrong: "[checks.alive]\ntype = 'tcp'\nport = 8080\ninterval = '1s'",
      right: "[checks.alive]\ntype = 'tcp'\nport = 8080\ninterval = '2s'"),
    .flyToml { file, report in
      let least = FlyDuration(seconds: Int64(PlatformLimits.topLevelCheckMinimumInterval.value))
      let most = FlyDuration(seconds: Int64(PlatformLimits.topLevelCheckMaximumTimeout.value))
      for check in file.checks where check.isTopLevel {
        if let interval = check.table.duration("interval"), interval.content < least {
          report.add(
            "interval is \(interval.content), expected \(least) or more",
            help: "write \"\(least)\"", at: interval)
        }
        if let timeout = check.table.duration("timeout"), timeout.content > most {
          report.add(
            "timeout is \(timeout.content), expected \(most) or less", help: "write \"\(most)\"",
            at: timeout)
        }
      }
    })
}
