extension Rule {
  static let flyTomlRegionDeprecated = Rule(
    "FC923", "fly-toml-region-deprecated", .warning,
    "The primary region is not one that Fly.io has closed",
    rationale: """
      Fly.io takes no new machines and volumes in a region it has closed. `fly launch` writes \
      another one in its place; a file that is there already keeps the old one until a deployment \
      fails.
      """,
    reference:
      "https://github.com/superfly/flyctl/blob/ad0172fa/internal/command/launch/plan_builder.go",
    example: .flyToml(
      at: "primary_region = 'mad'", wrong: "primary_region = 'mad'",
      right: "primary_region = 'cdg'"),
    .flyToml { file, report in
      guard let region = file.root.text("primary_region"),
        let closed = DeprecatedRegion.named(region.content)
      else { return }
      report.add(
        "the region '\(closed.code)' (\(closed.city)) has been closed",
        help: "write '\(closed.replacement)', which takes its place", at: region,
        fix: .value(.text(closed.replacement)))
    })
}
