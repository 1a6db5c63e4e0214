import Documents

extension Rule {
  static let flyTomlCheckWithoutType = Rule(
    "FC949", "fly-toml-check-without-type", .error, "Every check of [checks] has a type",
    rationale: "flyctl refuses a check that does not say whether it is by http or by tcp.",
    reference: "https://fly.io/docs/reference/configuration/#the-checks-section",
    protects: .platform,
    example: .flyToml(
      at: "[checks.alive]", wrong: "[checks.alive]\nport = 8080\npath = '/health'",
      right: "[checks.alive]\ntype = 'http'\nport = 8080\npath = '/health'"),
    .flyToml { file, report in
      for (name, check) in file.root.namedTables("checks") {
        let type = check.text("type")
        guard type?.content.isEmpty ?? !check.has("type") else { continue }
        let isHTTP = ["path", "method", "headers", "protocol"].contains(where: check.has)
        report.add(
          "the check \(Quoted(name.content)) has no type",
          help: isHTTP ? "write type = \"http\"" : "write type = \"tcp\", or \"http\"",
          at: type?.span ?? check.span)
      }
    })
}
