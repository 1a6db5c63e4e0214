import Documents

extension Rule {
  static let flyTomlPrimaryRegionInEnv = Rule(
    "FC929", "fly-toml-primary-region-in-env", .warning,
    "PRIMARY_REGION is not another region than primary_region",
    rationale: """
      flyctl sets PRIMARY_REGION to primary_region, over what [env] says: the value there is read \
      by people and never by the application.
      """,
    reference: "https://fly.io/docs/reference/configuration/#primary-region",
    example: .flyToml(
      at: "PRIMARY_REGION = 'lhr'",
      wrong: "primary_region = 'fra'\n\n[env]\nPRIMARY_REGION = 'lhr'",
      right: "primary_region = 'fra'\n\n[env]\nPORT = '8080'"),
    .flyToml { file, report in
      guard let region = file.root.written("primary_region"),
        let variable = file.root.namedTexts("env").first(where: { $0.name == "PRIMARY_REGION" }),
        variable.value.content != region.content
      else { return }
      report.add(
        "PRIMARY_REGION is \(Quoted(region.content)) in every machine, as primary_region is, and "
          + "not \(Quoted(variable.value.content))",
        help: "remove it, or write that region as primary_region", at: variable.value)
    })
}
