import Documents

extension Rule {
  static let flyTomlRetriesWithoutEffect = Rule(
    "FC995", "fly-toml-retries-without-effect", .warning,
    "Retries are counted for the policy on-failure",
    rationale: """
      retries says how often a process that failed is started again. The policy always has no \
      end, and never no beginning: the number does nothing there.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-restart-section",
    example: .flyToml(
      at: "retries = 3", wrong: "[[restart]]\npolicy = 'always'\nretries = 3",
      right: "[[restart]]\npolicy = 'on-failure'\nretries = 3"),
    .flyToml { file, report in
      for restart in file.root.tables("restart") {
        guard let retries = restart.integer("retries"), retries.content != 0,
          let policy = restart.text("policy"), ["always", "never"].contains(policy.content)
        else { continue }
        report.add(
          "retries has no effect with the policy \(Quoted(policy.content))",
          help: "write policy = \"on-failure\", or remove it", at: retries.keySpan, fix: .removal)
      }
    })
}
