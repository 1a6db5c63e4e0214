import Documents

extension Rule {
  static let previousRecordMissing = Rule(
    "FC311", "previous-record-missing", .error,
    "The record that a credential superseded is there",
    rationale: """
      The records of a credential are a chain, newest first. Where a link is missing, nobody can \
      say which values were in use before.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "previous",
      wrong: #"{ "previous": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11" }"#,
      right: """
        [{ "id": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11", "encrypted_value": "destroyed" },
         { "previous": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11" }]
        """),
    .all(\.credentials, of: .credentials) { credentials, report in
      let index = CredentialIndex(credentials)
      for (entry, credential) in credentials.enumerated() {
        guard case .value(let id?) = credential.previous, try index[id] == nil else { continue }
        report.add(
          \.previous, "no credential has the id \(UUIDText.write(id))",
          help: "restore the record from git, or remove 'previous'", entry: entry)
      }
    })
}
