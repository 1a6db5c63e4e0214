import Documents

extension Rule {
  static let variableValueUnrecognized = Rule(
    "FC217", "variable-value-unrecognized", .error,
    "A value that is not secret says so with 'plain:'",
    rationale: """
      A bare text may be a secret that someone forgot to seal, so it is never taken for a value: \
      what stands readable in the file is marked as meant to be.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, encrypted_value",
    protects: .secret,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "is_secret": false, "encrypted_value": "info" }"#,
      right: #"{ "is_secret": false, "encrypted_value": "plain:info" }"#),
    .eachVariable { variable, report in
      let value = try variable.encryptedValue.get()
      guard case .unrecognized = value, try !variable.isSecret.get(),
        !value.isEmptyText || variable.required.value == false,
        let fault = value.fault(expecting: "'plain:…' or 'unset'")
      else { return }
      let isBare = fault.help == StoredValue.helpForPlainSecret()
      report.add(
        \.encryptedValue, fault.reason,
        help: isBare ? "write 'plain:' before it if anyone may know it" : fault.help)
    })
}
