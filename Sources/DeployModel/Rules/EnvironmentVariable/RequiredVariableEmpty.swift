import Documents

extension Rule {
  package static let requiredVariableEmpty = Rule(
    "FC205", "required-variable-empty", .error,
    "A required variable's value is not empty",
    rationale: """
      An application that needs the variable finds it set and reads nothing: it fails later, and \
      less clearly, than it would without the variable.
      """,
    reference: """
      data model, Validation Rules, EnvironmentVariable: required variables must have non-empty \
      values
      """,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "required": true, "encrypted_value": "plain:" }"#,
      right: #"{ "required": true, "encrypted_value": "plain:production" }"#),
    .eachVariable { variable, report in
      let value = try variable.encryptedValue.get()
      guard value.isEmptyText, try variable.required.get() else { return }
      // A secret that stands as plain text is another rule's finding, whatever the text.
      if case .plain = value, try variable.isSecret.get() { return }
      report.add(
        \.encryptedValue, "the value of \(variable.shownName), which is required, is empty",
        help: "give it a value, write 'unset' until it is known, or set 'required' to false")
    })
}

extension StoredValue {
  /// True for a value of nothing but white space.
  var isEmptyText: Bool {
    switch self {
    case .plain(let text): text.isBlank
    case .unrecognized(let redacted): redacted.text.isBlank
    case .sealed, .reference, .unset, .destroyed: false
    }
  }
}
