import Documents

extension Rule {
  static let tcpCheckRefusedByFly = Rule(
    "FC416", "tcp-check-refused-by-fly", .error,
    "A tcp check keeps to the times that Fly.io accepts",
    rationale: """
      A tcp check becomes a check under `[checks]`. There Fly.io corrects nothing: it refuses the \
      whole file when the interval is below 2 seconds or the timeout above 60.
      """,
    reference: PlatformLimits.topLevelCheckMinimumInterval.source,
    protects: .platform,
    example: .fields(
      .healthChecks, at: "timeout",
      wrong: """
        { "check_type": "tcp", "endpoint": "8080", "interval": 300, "timeout": 61 }
        """,
      right: """
        { "check_type": "tcp", "endpoint": "8080", "interval": 300, "timeout": 60 }
        """),
    .eachHealthCheck { check, report in
      guard try check.isRendered(as: .tcp, in: report.project) else { return }
      let shortest = PlatformLimits.topLevelCheckMinimumInterval.value
      if let interval = check.interval.value, interval >= 1, interval < shortest {
        report.add(
          \.interval, "Fly.io refuses a tcp check with an interval below \(shortest) s",
          help: "write \(shortest)")
      }
      let longest = PlatformLimits.topLevelCheckMaximumTimeout.value
      if let timeout = check.timeout.value, timeout > longest {
        report.add(
          \.timeout,
          "timeout is \(timeout) s, and Fly.io refuses a tcp check with more than \(longest) s",
          help: "write \(longest)")
      }
    })
}
