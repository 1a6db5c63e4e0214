extension Rule {
  package static let renderedFileMissing = Rule(
    "FC835", "rendered-file-missing", .warning,
    "Every environment has its rendered file",
    rationale: """
      flyctl deploys what stands in a file. Where it is missing, flyctl takes another \
      environment's or makes up a configuration of its own.
      """,
    reference: "data model, DeploymentConfiguration",
    example: .scanned(
      "fly.staging.toml",
      wrong: "there is no such file",
      right: "as `flyconf render fly.staging.toml` writes it"),
    .gate)
}
