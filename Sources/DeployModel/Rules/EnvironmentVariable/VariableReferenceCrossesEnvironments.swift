import Documents

extension Rule {
  static let variableReferenceCrossesEnvironments = Rule(
    "FC214", "variable-reference-crosses-environments", .error,
    "A variable refers to a credential of its own environment",
    rationale: """
      What production trusts should not be known in development, and a test that uses \
      production's credential works on production's data.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: """
        { "environment": "production", "is_secret": true, "category": "api",
          "encrypted_value": "ref:5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """,
      right: """
        { "environment": "production", "is_secret": true, "category": "api",
          "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """,
      with: [
        .credentials: """
        { "id": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11", "environment": "staging" }
        """
      ]),
    .eachReference { variable, id, credentials, report in
      guard let credential = try credentials[id] else { return }
      let environment = try variable.environment.get()
      let other = try credential.environment.get()
      guard environment != other else { return }
      report.add(
        \.encryptedValue,
        "\(variable.shownName) is for \(environment) and refers to a credential for \(other)",
        help: "write the id of a credential for \(environment)")
    })
}
