extension Rule {
  static let flyTomlStrategyWithVolumes = Rule(
    "FC957", "fly-toml-strategy-with-volumes", .error,
    "A deployment that makes machines beside the old ones has no volumes",
    rationale: """
      A volume belongs to one machine, and canary and bluegreen start new ones while the old ones \
      still run. flyctl refuses the first at once, the second after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/configuration/#picking-a-deployment-strategy",
    protects: .platform,
    example: .flyToml(
      at: "strategy = 'canary'",
      wrong: """
        [deploy]
        strategy = 'canary'

        [[mounts]]
        source = 'data'
        destination = '/data'
        """,
      right: """
        [deploy]
        strategy = 'rolling'

        [[mounts]]
        source = 'data'
        destination = '/data'
        """),
    .flyToml { file, report in
      guard let strategy = file.root.table("deploy")?.text("strategy"),
        ["canary", "bluegreen"].contains(strategy.content),
        file.root.tables("mounts").contains(where: { !$0.isEmpty })
      else { return }
      report.add(
        "the strategy '\(strategy.content)' cannot be had with volumes",
        help: "write strategy = \"rolling\"", at: strategy)
    })
}
