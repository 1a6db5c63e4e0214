import Documents

extension Rule {
  static let flyBaseOverlap = Rule(
    "FC913", "fly-base-overlap", .warning, "fly.base.toml says nothing that an entity says",
    rationale: """
      Whoever edits the one and not the other changes nothing, or something else than they think: \
      in the rendered file the entity's value counts.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .tampering(
      "fly.base.toml", wrong: "primary_region = 'ams'",
      right: "# primary_region comes from deployment.json"),
    .readingFlyToml(.flyBaseOverlap))
}
