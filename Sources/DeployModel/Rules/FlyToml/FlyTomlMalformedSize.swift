extension Rule {
  static let flyTomlMalformedSize = Rule(
    "FC909", "fly-toml-malformed-size", .error, "Every size is one that flyctl can read",
    rationale: """
      `fly config validate` does not look at memory at all, and the deployment fails; a volume's \
      size that it cannot read makes it refuse the file.
      """,
    reference: "https://pkg.go.dev/github.com/docker/go-units", protects: .platform,
    example: .flyToml(
      at: "memory = '512Mi'", wrong: "[[vm]]\nmemory = '512Mi'", right: "[[vm]]\nmemory = '512mb'"),
    .readingFlyToml(.flyMalformedSize))
}
