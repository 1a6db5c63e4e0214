import Documents

extension Rule {
  static let duplicateVariable = Rule(
    "FC203", "duplicate-variable", .error,
    "A key stands once in each environment",
    rationale: """
      A variable has one value. Which of two would reach the machines is anyone's guess, and \
      fly.toml does not allow a name twice.
      """,
    reference: "data model, Core Entities, EnvironmentVariable",
    protects: .platform,
    example: .fields(
      .variables, at: "key",
      wrong: #"[{ "key": "PUBLIC_HOST" }, { "key": "PUBLIC_HOST" }]"#,
      right: #"[{ "key": "PUBLIC_HOST" }, { "key": "PUBLIC_PATH" }]"#),
    .all(\.variables, of: .variables) { variables, report in
      var seen = Set<PlacedKey>(minimumCapacity: variables.count)
      for (index, variable) in variables.enumerated() {
        guard let key = variable.key.value, let environment = variable.environment.value,
          !seen.insert(PlacedKey(key: key, environment: environment)).inserted
        else { continue }
        report.add(
          \.key, "\(variable.shownName) stands twice for \(environment)",
          help: "keep one of the two, or give this one another key or environment",
          entry: index)
      }
    })

  private struct PlacedKey: Hashable {
    var key: String
    var environment: EnvironmentName
  }
}
