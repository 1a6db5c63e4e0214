extension Rule {
  static let flyTomlKeyCase = Rule(
    "FC905", "fly-toml-key-case", .warning, "Every key is written as flyctl writes it",
    rationale: """
      flyctl reads most keys in any case, but not all of it does: its older forms and its strict \
      mode know them in lower case alone, and so do other tools.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .flyToml(
      at: "Primary_Region = 'fra'", wrong: "Primary_Region = 'fra'",
      right: "primary_region = 'fra'"),
    .readingFlyToml(.flyKeyCase))
}
