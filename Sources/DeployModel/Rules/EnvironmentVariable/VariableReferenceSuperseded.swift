import Documents

extension Rule {
  static let variableReferenceSuperseded = Rule(
    "FC219", "variable-reference-superseded", .warning,
    "A variable refers to the current record of a credential",
    rationale: """
      A superseded record keeps the value from before a rotation: the application would go on \
      with it until the service refuses it.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:00000000-0000-4000-8000-000000000000" }
        """,
      right: """
        { "is_secret": true, "category": "api",
          "encrypted_value": "ref:00000000-0000-4000-8000-000000000001" }
        """,
      with: [
        .credentials: """
        [{ "id": "00000000-0000-4000-8000-000000000000" },
         { "id": "00000000-0000-4000-8000-000000000001",
           "previous": "00000000-0000-4000-8000-000000000000" }]
        """
      ]),
    .eachReference { variable, id, credentials, report in
      guard let credential = try credentials[id], try credentials.isSuperseded(credential)
      else { return }
      report.add(
        \.encryptedValue, "\(variable.shownName) refers to a credential that was superseded",
        help: "write the id of the record whose 'previous' names this one")
    })
}
