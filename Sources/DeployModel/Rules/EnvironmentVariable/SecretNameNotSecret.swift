import Documents

extension Rule {
  static let secretNameNotSecret = Rule(
    "FC220", "secret-name-not-secret", .warning,
    "A variable with a secret's name is secret",
    rationale: """
      A short password has no form by which it could be recognized; its name is the only sign \
      that the plain text should not be there.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    precision: .byLikeness,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "key": "SMTP_PASSWORD", "encrypted_value": "plain:hunter2" }"#,
      right: #"{ "key": "SMTP_USER", "encrypted_value": "plain:harbour" }"#),
    .eachVariable { variable, report in
      guard case .plain(let text) = try variable.encryptedValue.get(),
        try !variable.isSecret.get(), !variable.isOfSecretCategory,
        SecretKeyName.matches(try variable.key.get()), !SecretKeyName.isHarmless(text),
        SecretShape.find(in: text) == nil
      else { return }
      report.add(
        \.encryptedValue,
        "\(variable.shownName) has the name of a secret, and its value stands as plain text",
        help: "make it a secret of the category 'api' or 'database' and write 'unset' here")
    })
}
