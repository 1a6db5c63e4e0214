import Documents

extension Rule {
  package static let variableWithoutValue = Rule(
    "FC206", "variable-without-value", .warning,
    "Every variable has its value",
    rationale: """
      'unset' keeps the place of a value that is still to come. An application that is deployed \
      meanwhile runs without the variable.
      """,
    reference: "data model, Data Migration, From Template to Production",
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "unset" }"#,
      right: #"{ "encrypted_value": "plain:fra" }"#),
    .eachVariable { variable, report in
      guard case .unset = try variable.encryptedValue.get() else { return }
      report.add(
        \.encryptedValue, "\(variable.shownName) has no value yet", help: help(for: variable))
    })

  private static func help(for variable: EnvironmentVariable) -> String {
    variable.isSecret.value == false
      ? "write the value after 'plain:', as in 'plain:info'"
      : "give it one with `flyconf env set` before deploying; --ref takes that of a credential"
  }
}
