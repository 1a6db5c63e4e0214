import Documents

extension Rule {
  static let regionDeprecated = Rule(
    "FC105", "region-deprecated", .warning, "No region is one that Fly.io has closed",
    rationale: """
      Fly.io takes no new machines in a region it has closed: what runs there cannot be scaled, \
      and what is moved goes to another place than the file says.
      """,
    reference:
      "https://github.com/superfly/flyctl/blob/ad0172fa/internal/command/launch/plan_builder.go",
    example: .fields(
      .deployment, at: "regions_additional",
      wrong: #"{ "regions_additional": ["mad"] }"#, right: #"{ "regions_additional": ["cdg"] }"#),
    .configuration { deployment, report in
      let regions = deployment.namedRegions
      for region in regions {
        guard let closed = DeprecatedRegion.named(region.code) else { continue }
        let isThere = regions.contains { $0.code == closed.replacement }
        report.add(
          region.field, "the region '\(closed.code)' (\(closed.city)) has been closed",
          help: isThere
            ? "remove it; '\(closed.replacement)', which takes its place, is there already"
            : "write '\(closed.replacement)', which takes its place",
          element: region.element)
      }
    })
}
