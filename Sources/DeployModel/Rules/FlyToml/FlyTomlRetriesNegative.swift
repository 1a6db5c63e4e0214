extension Rule {
  static let flyTomlRetriesNegative = Rule(
    "FC996", "fly-toml-retries-negative", .warning, "The number of retries is not negative",
    rationale: "Nothing says what Fly.io makes of a number of retries below zero.",
    reference: "https://fly.io/docs/reference/configuration/#the-restart-section",
    example: .flyToml(
      at: "retries = -1", wrong: "[[restart]]\npolicy = 'on-failure'\nretries = -1",
      right: "[[restart]]\npolicy = 'on-failure'\nretries = 3"),
    .flyToml { file, report in
      for restart in file.root.tables("restart") {
        guard let retries = restart.integer("retries"), retries.content < 0 else { continue }
        report.add(
          "retries is \(retries.content), which is negative",
          help: "write 1 or more, or policy = \"always\" for no end of them", at: retries)
      }
    })
}
