import Documents

extension Rule {
  static let plainValueLooksSecret = Rule(
    "FC211", "plain-value-looks-secret", .error,
    "A variable that is not secret does not hold what looks like a secret",
    rationale: """
      A plain value is rendered into fly.toml and is there for everyone who can read the \
      repository.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    precision: .byForm,
    example: .fields(
      .variables, at: "encrypted_value",
      // In two pieces, so that no scanner stops at this file.
      wrong: #"{ "is_secret": false, "encrypted_value": "plain:redis://:8rT-"#
        + #"vW4q@cache.internal:6379" }"#,
      right: """
        { "is_secret": false, "encrypted_value": "plain:redis://cache.internal:6379" }
        """),
    .eachVariable { variable, report in
      guard case .plain(let text) = try variable.encryptedValue.get(),
        try !variable.isSecret.get(), !variable.isOfSecretCategory,
        let shape = SecretShape.find(in: text)
      else { return }
      report.add(
        \.encryptedValue,
        "the value of \(variable.shownName), which is not secret, looks like \(shape.kind)",
        help: "make it a secret of the category 'api' or 'database', write 'unset' here, "
          + "replace the value at its service, and seal the new one with `flyconf env set`")
    })
}
