import Documents

extension Rule {
  static let variableReferenceDangling = Rule(
    "FC213", "variable-reference-dangling", .error,
    "A variable refers to a credential that is there",
    rationale: "Without the credential the variable has no value, and nothing can be deployed.",
    reference: "data model, Core Entities, EnvironmentVariable, encrypted_value",
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """,
      right: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """),
    .eachReference { variable, id, credentials, report in
      guard try credentials[id] == nil else { return }
      report.add(
        \.encryptedValue,
        "\(variable.shownName) refers to \(UUIDText.write(id)), and no credential has this id",
        help: "write the id of a credential in credentials.json, or 'unset'")
    })
}
