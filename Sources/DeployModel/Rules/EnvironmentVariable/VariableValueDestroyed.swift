import Documents

extension Rule {
  static let variableValueDestroyed = Rule(
    "FC216", "variable-value-destroyed", .error,
    "A variable's value is not destroyed",
    rationale: """
      'destroyed' stands for a value that a credential once had. A variable has a value, or none \
      yet: nothing else can be deployed.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, encrypted_value",
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "destroyed" }"#,
      right: #"{ "encrypted_value": "plain:eu-central" }"#),
    .eachVariable { variable, report in
      guard case .destroyed = try variable.encryptedValue.get() else { return }
      report.add(
        \.encryptedValue,
        "the value of \(variable.shownName) is 'destroyed', which only a superseded credential "
          + "may have",
        help: "give it a value, write 'unset' until it is known, or remove the variable")
    })
}
