import Documents

extension Rule {
  static let flyTomlRegionUnknown = Rule(
    "FC922", "fly-toml-region-unknown", .warning,
    "The primary region is one in which Fly.io runs machines",
    rationale: """
      flyctl does not look at the region. A first deployment fails when machines are to be made \
      there, and a later one tells every machine in PRIMARY_REGION of a place that does not exist.
      """,
    reference: "https://fly.io/docs/reference/regions/",
    example: .flyToml(
      at: "primary_region = 'frankfurt'", wrong: "primary_region = 'frankfurt'",
      right: "primary_region = 'fra'"),
    .flyToml { file, report in
      guard let region = file.root.written("primary_region"),
        Region.named(region.content) == nil, DeprecatedRegion.named(region.content) == nil,
        !TemplateText.isFound(in: region.content)
      else { return }
      report.add(
        "there is no region \(Quoted(region.content))", help: Region.help(for: region.content),
        at: region)
    })
}
