import Documents
import FoundationEssentials

extension Rule {
  static let rotationHistoryFork = Rule(
    "FC313", "rotation-history-fork", .error,
    "A record is superseded by one other",
    rationale: """
      The records of a credential are a chain. Where two claim to have followed the same one, \
      nobody can say which value is in use.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "previous",
      wrong: """
        [{ "id": "00000000-0000-4000-8000-000000000000" },
         { "previous": "00000000-0000-4000-8000-000000000000", "credential_type": "token" },
         { "previous": "00000000-0000-4000-8000-000000000000" }]
        """,
      right: """
        [{ "id": "00000000-0000-4000-8000-000000000000" },
         { "id": "00000000-0000-4000-8000-000000000001",
           "previous": "00000000-0000-4000-8000-000000000000" },
         { "previous": "00000000-0000-4000-8000-000000000001" }]
        """),
    .all(\.credentials, of: .credentials) { credentials, report in
      let index = CredentialIndex(credentials)
      var claimed: Set<UUID> = []
      for (entry, credential) in credentials.enumerated() {
        guard case .value(let id?) = credential.previous, try index[id] != nil,
          !claimed.insert(id).inserted
        else { continue }
        report.add(
          \.previous, "another record has superseded \(UUIDText.write(id)) already",
          help: "name the record that was current before this one", entry: entry)
      }
    })
}
