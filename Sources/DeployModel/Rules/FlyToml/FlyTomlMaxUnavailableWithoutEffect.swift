extension Rule {
  static let flyTomlMaxUnavailableWithoutEffect = Rule(
    "FC959", "fly-toml-max-unavailable-without-effect", .warning,
    "max_unavailable stands with a strategy that replaces machines one after another",
    rationale: """
      Only rolling and canary replace some machines while the others go on. flyctl leaves the \
      limit out of account with other strategies.
      """,
    reference: "https://fly.io/docs/reference/configuration/#rolling-deploy-configuration",
    example: .flyToml(
      at: "max_unavailable = 1",
      wrong: "[deploy]\nstrategy = 'immediate'\nmax_unavailable = 1",
      right: "[deploy]\nstrategy = 'rolling'\nmax_unavailable = 1"),
    .flyToml { file, report in
      guard let deploy = file.root.table("deploy"), deploy.has("max_unavailable"),
        let strategy = deploy.text("strategy"),
        ["bluegreen", "immediate"].contains(strategy.content)
      else { return }
      report.add(
        "max_unavailable has no effect with the strategy '\(strategy.content)'",
        help: "remove it, or write strategy = \"rolling\"", at: deploy.place(of: "max_unavailable"),
        fix: .removal)
    })
}
