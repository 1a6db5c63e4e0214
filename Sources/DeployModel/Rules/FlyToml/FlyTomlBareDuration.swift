extension Rule {
  static let flyTomlBareDuration = Rule(
    "FC907", "fly-toml-bare-duration", .warning, "Every duration has a unit",
    rationale: """
      flyctl counts a bare number in seconds in one place, in milliseconds in another and in \
      nanoseconds in a third: `wait_timeout = 300` is no five minutes.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/duration.go",
    example: .flyToml(
      at: "wait_timeout = 300", wrong: "[deploy]\nwait_timeout = 300",
      right: "[deploy]\nwait_timeout = '5m'"),
    .readingFlyToml(.flyBareDuration))
}
