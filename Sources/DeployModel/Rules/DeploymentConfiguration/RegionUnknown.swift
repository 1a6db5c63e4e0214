import Documents

extension Rule {
  static let regionUnknown = Rule(
    "FC104", "region-unknown", .error, "Every region is one in which Fly.io runs machines",
    rationale: """
      Nothing checks a region until machines are to be created there, in the middle of a \
      deployment. Regions that were closed are found by a rule of their own.
      """,
    reference: "https://fly.io/docs/reference/regions/",
    protects: .platform,
    example: .fields(
      .deployment, at: "region_primary",
      wrong: #"{ "region_primary": "frankfurt" }"#, right: #"{ "region_primary": "fra" }"#),
    .configuration { deployment, report in
      for region in deployment.namedRegions
      where Region.named(region.code) == nil && DeprecatedRegion.named(region.code) == nil {
        report.add(
          region.field, "there is no region \(Quoted(region.code))",
          help: Region.help(for: region.code),
          element: region.element)
      }
    })
}

extension Region {
  /// What to write instead of a code that is that of no region.
  static func help(for code: String) -> String {
    if let region = all.first(where: { $0.isCity(code) }) {
      return "did you mean '\(region.code)'?"
    }
    return Spelling.help(for: code, in: all.map(\.code))
  }

  /// Whether a text is the name of the region's city, without its country.
  private func isCity(_ text: String) -> Bool {
    city.prefix { $0 != "," }.lowercased() == text.lowercased()
  }
}
