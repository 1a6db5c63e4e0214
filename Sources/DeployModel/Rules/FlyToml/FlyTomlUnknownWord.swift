extension Rule {
  static let flyTomlUnknownWord = Rule(
    "FC912", "fly-toml-unknown-word", .error,
    "Every strategy, policy, signal, handler, size and type is one that exists",
    rationale: """
      flyctl looks at few of these words itself. What it lets pass is refused when the machines \
      are made, after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/configuration/", protects: .platform,
    example: .flyToml(
      at: "strategy = 'rollling'", wrong: "[deploy]\nstrategy = 'rollling'",
      right: "[deploy]\nstrategy = 'rolling'"),
    .readingFlyToml(.flyUnknownWord))
}
