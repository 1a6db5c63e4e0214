extension Rule {
  static let flyTomlUnknownKey = Rule(
    "FC903", "fly-toml-unknown-key", .warning, "Every key is one that flyctl knows",
    rationale: """
      flyctl drops what it does not know without a word: a misspelled key is as good as none. Its \
      own strict mode never looks inside services, vm, mounts and metrics.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .flyToml(
      at: "primary_regoin = 'fra'", wrong: "primary_regoin = 'fra'",
      right: "primary_region = 'fra'"),
    .readingFlyToml(.flyUnknownKey))
}
