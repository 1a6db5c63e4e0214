extension Rule {
  static let flyTomlMalformedDuration = Rule(
    "FC908", "fly-toml-malformed-duration", .error, "Every duration is one that flyctl can read",
    rationale: """
      A duration is a number and a unit, or several of them: `10s`, `1m30s`. A text without a \
      unit, or with another one, makes flyctl refuse the whole file.
      """,
    reference: "https://pkg.go.dev/time#ParseDuration", protects: .platform,
    example: .flyToml(
      at: "kill_timeout = '10 seconds'", wrong: "kill_timeout = '10 seconds'",
      right: "kill_timeout = '10s'"),
    .readingFlyToml(.flyMalformedDuration))
}
