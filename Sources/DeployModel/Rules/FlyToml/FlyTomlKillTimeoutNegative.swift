extension Rule {
  static let flyTomlKillTimeoutNegative = Rule(
    "FC925", "fly-toml-kill-timeout-negative", .warning,
    "The time a machine has to stop is not negative",
    rationale: """
      A time below zero is none at all: the process is killed while it still answers requests.
      """,
    reference: "https://fly.io/docs/reference/configuration/#kill_timeout-option",
    example: .flyToml(
      at: "kill_timeout = '-10s'", wrong: "kill_timeout = '-10s'", right: "kill_timeout = '10s'"),
    .flyToml { file, report in
      guard let timeout = file.root.duration("kill_timeout"), timeout.content.nanoseconds < 0
      else { return }
      report.add(
        "kill_timeout is \(timeout.content), which is negative",
        help: "write \"\(FlyDuration(nanoseconds: -timeout.content.nanoseconds))\"", at: timeout)
    })
}
