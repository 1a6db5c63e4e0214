import Documents

extension Rule {
  static let additionalRegionRepeated = Rule(
    "FC107", "additional-region-repeated", .error, "Each additional region is named once",
    rationale: """
      Naming a region twice does not put more machines there; the second name most likely stands \
      where another region was meant.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: regions_additional",
    example: .fields(
      .deployment, at: "regions_additional",
      wrong: #"{ "regions_additional": ["lhr", "lhr"] }"#,
      right: #"{ "regions_additional": ["lhr", "ams"] }"#),
    .configuration { deployment, report in
      let codes = try deployment.regionsAdditional.get() ?? []
      // The primary region named again is another rule's concern, however often it is.
      let primary = deployment.regionPrimary.value
      var seen: Set<String> = []
      for (element, code) in codes.enumerated()
      where code != primary && !seen.insert(code).inserted {
        report.add(
          \.regionsAdditional, "\(Quoted(code)) is named twice",
          help: "remove it, or write the region that was meant", element: element)
      }
    })
}
