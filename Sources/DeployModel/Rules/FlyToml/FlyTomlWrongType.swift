extension Rule {
  static let flyTomlWrongType = Rule(
    "FC902", "fly-toml-wrong-type", .error, "Every value is of a type that flyctl reads",
    rationale: """
      flyctl turns the file into JSON and reads that strictly: a number in quotes where it wants \
      a number, or a table where it wants a list of tables, and the whole file is refused.
      """,
    reference: "https://fly.io/docs/reference/configuration/", protects: .platform,
    example: .flyToml(
      at: "internal_port = '8080'",
      wrong: "[http_service]\ninternal_port = '8080'", right: "[http_service]\ninternal_port = 8080"
    ),
    .readingFlyToml(.flyWrongType))
}
