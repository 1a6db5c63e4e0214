extension Rule {
  static let flyTomlKillTimeoutTooLong = Rule(
    "FC924", "fly-toml-kill-timeout-too-long", .warning,
    "A machine has five minutes at most to stop",
    rationale: """
      After kill_timeout the process is killed, whatever it is doing, and Fly.io waits no longer \
      than five minutes: work that needs more is cut off although the file seems to allow it.
      """,
    reference: "https://fly.io/docs/reference/configuration/#kill_timeout-option",
    example: .flyToml(
      at: "kill_timeout = '10m'", wrong: "kill_timeout = '10m'", right: "kill_timeout = '5m'"),
    .flyToml { file, report in
      let longest = FlyDuration(seconds: Int64(PlatformLimits.maximumKillTimeout.value))
      guard let timeout = file.root.duration("kill_timeout"), timeout.content > longest
      else { return }
      report.add(
        "kill_timeout is \(timeout.content), and Fly.io waits \(longest) at most",
        help: "write \"\(longest)\", or less", at: timeout)
    })
}
