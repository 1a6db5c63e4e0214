import Documents

extension Rule {
  static let currentCredentialDestroyed = Rule(
    "FC316", "current-credential-destroyed", .error,
    "Only a superseded credential's value is destroyed",
    rationale: """
      'destroyed' says that an earlier value is no longer kept. A credential that is in use has a \
      value, or none yet.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "destroyed" }"#,
      right: """
        [{ "id": "00000000-0000-4000-8000-000000000000", "encrypted_value": "destroyed" },
         { "previous": "00000000-0000-4000-8000-000000000000" }]
        """),
    .eachCurrentCredential { credential, report in
      guard case .destroyed = try credential.encryptedValue.get() else { return }
      report.add(
        \.encryptedValue,
        "the value of \(credential.shownName) is destroyed, and no other record superseded it",
        help: "write 'unset' until there is a new value, or remove the record")
    })
}
