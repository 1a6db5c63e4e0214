import Documents
import FoundationEssentials

extension Rule {
  static let duplicateCredentialID = Rule(
    "FC317", "duplicate-credential-id", .error,
    "Every record of a credential has an id of its own",
    rationale: """
      Variables, the deployment and the rotation history know a credential by its id. Two of the \
      same come from copying an entry.
      """,
    reference: "data model, CredentialManager, id: PK, NOT NULL",
    protects: .platform,
    example: .fields(
      .credentials, at: "id",
      wrong: """
        [{ "service_name": "mailgun", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" },
         { "service_name": "sentry", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" }]
        """,
      right: """
        [{ "service_name": "mailgun", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" },
         { "service_name": "sentry", "id": "c0a1b2c3-d4e5-4f60-8172-93a4b5c6d7e8" }]
        """),
    .all(\.credentials, of: .credentials) { credentials, report in
      var seen: Set<UUID> = []
      for (entry, credential) in credentials.enumerated() {
        guard case .value(let id?) = credential.id, !seen.insert(id).inserted else { continue }
        report.add(
          \.id, "another credential has the id \(UUIDText.write(id)) already",
          help: "give this one a new UUID", entry: entry)
      }
    })
}
