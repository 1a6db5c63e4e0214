import Documents

extension Rule {
  static let primaryRegionAmongAdditional = Rule(
    "FC106", "primary-region-among-additional", .error,
    "The additional regions do not name the primary region again",
    rationale: """
      A region that stands in both places is either superfluous or hides the region that was \
      meant: the application then runs in fewer places than the list seems to say.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: regions_additional",
    example: .fields(
      .deployment, at: "regions_additional",
      wrong: #"{ "region_primary": "fra", "regions_additional": ["fra"] }"#,
      right: #"{ "region_primary": "fra", "regions_additional": ["ams"] }"#),
    .configuration { deployment, report in
      let primary = try deployment.regionPrimary.get()
      for (element, code) in (try deployment.regionsAdditional.get() ?? []).enumerated()
      where code == primary {
        report.add(
          \.regionsAdditional, "\(Quoted(code)) is the primary region already",
          help: "remove it, or write the region that was meant", element: element)
      }
    })
}
