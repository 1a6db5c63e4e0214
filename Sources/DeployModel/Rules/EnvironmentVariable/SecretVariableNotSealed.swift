import Documents

extension Rule {
  static let secretVariableNotSealed = Rule(
    "FC204", "secret-variable-not-sealed", .error,
    "A secret variable's value is sealed, a reference to a credential, or unset",
    rationale: """
      What stands readable in a project file is readable in git, in every clone and in every \
      backup, for as long as any of them is kept.
      """,
    reference: """
      data model, Validation Rules, EnvironmentVariable: secret variables must be encrypted
      """,
    protects: .secret,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "is_secret": true, "category": "api", "encrypted_value": "plain:hunter2" }"#,
      right: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """),
    .eachVariable { variable, report in
      guard try variable.isSecret.get() else { return }
      let value = try variable.encryptedValue.get()
      let allowed = "'fc1.…', 'ref:<id>' or 'unset'"
      if case .plain = value {
        report.add(
          \.encryptedValue,
          "the value of \(variable.shownName), a secret, stands as plain text, expected \(allowed)",
          help: help(for: variable))
      } else if let fault = value.fault(expecting: allowed, in: .variable),
        !isEmptyAndRequired(variable)
      {
        report.add(\.encryptedValue, fault.reason, help: fault.help)
      }
    })

  /// A database or api variable has to be secret; any other may have become one by default.
  private static func help(for variable: EnvironmentVariable) -> String {
    let help = StoredValue.helpForPlainSecret(in: .variable)
    return variable.isOfSecretCategory
      ? help : "\(help), or set 'is_secret' to false if anyone may know it"
  }

  private static func isEmptyAndRequired(_ variable: EnvironmentVariable) -> Bool {
    variable.required.value == true && variable.encryptedValue.value?.isEmptyText == true
  }
}
