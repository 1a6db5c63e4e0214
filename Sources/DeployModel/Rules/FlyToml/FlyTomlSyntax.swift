import Documents

extension Rule {
  static let flyTomlSyntax = Rule(
    "FC901", "fly-toml-syntax", .error, "A fly.toml is valid TOML",
    rationale: """
      flyctl reads nothing of a file that breaks the rules of TOML: not even the application's \
      name is known then.
      """,
    reference: "https://toml.io/en/v1.0.0", protects: .platform,
    example: .flyToml(
      at: "primary_region = fra", wrong: "primary_region = fra", right: "primary_region = 'fra'"),
    .readingFlyToml(.syntax))
}
