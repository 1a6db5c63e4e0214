import Documents

extension Rule {
  static let variableReferenceNotSecret = Rule(
    "FC215", "variable-reference-not-secret", .error,
    "A variable that refers to a credential is secret",
    rationale: """
      Its value is the credential's. Marked as not secret, it would be rendered into fly.toml for \
      everyone to read.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    example: .fields(
      .variables, at: "is_secret",
      wrong: """
        { "is_secret": false, "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """,
      right: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """),
    .eachVariable { variable, report in
      guard case .reference = try variable.encryptedValue.get(), try !variable.isSecret.get(),
        !variable.isOfSecretCategory
      else { return }
      report.add(
        \.isSecret, "\(variable.shownName) refers to a credential and is not secret",
        help: "set 'is_secret' to true and choose the category 'api' or 'database'")
    })
}
