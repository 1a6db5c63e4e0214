extension Rule {
  package static let renderedFileStale = Rule(
    "FC834", "rendered-file-stale", .error,
    "A rendered file means what would be rendered now",
    rationale: """
      A fly.toml that was rendered before the last change deploys what was meant then. \
      Comments, order and layout are free: what counts is what the file means to flyctl.
      """,
    reference: "data model, DeploymentConfiguration",
    example: .scanned(
      "fly.toml",
      wrong: "primary_region = \"iad\"   deployment.json says \"fra\"",
      right: "primary_region = \"fra\""),
    .gate)
}
