import Documents
import FoundationEssentials

extension Rule {
  static let supersededCredentialReferenced = Rule(
    "FC120", "superseded-credential-referenced", .warning,
    "The deployment references current credentials, not ones that were rotated out",
    rationale: """
      Rotating a credential keeps the id of its current record and gives the superseded value a \
      new one. A reference to that one leads to a value that is no longer valid.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .deployment, at: "credentials",
      wrong: """
        {
          "credentials": [
            "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11", "00000000-0000-4000-8000-000000000000"
          ]
        }
        """,
      right: """
        {
          "credentials": [
            "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11", "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b22"
          ]
        }
        """,
      with: [
        .credentials: """
        [
          { "id": "00000000-0000-4000-8000-000000000000" },
          { "id": "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b22",
            "previous": "00000000-0000-4000-8000-000000000000" }
        ]
        """
      ]),
    .configuration { deployment, report in
      guard let references = try deployment.credentials.get(), !references.isEmpty
      else { return }
      let credentials = try report.project.credentials.get()
      let wanted = Set(references)
      let isNone = credentials.allSatisfy { $0.superseded.map { !wanted.contains($0) } ?? true }
      guard !isNone else { return }
      let history = CredentialHistory(credentials)
      for (element, id) in references.enumerated() {
        guard let current = history.current(insteadOf: id) else { continue }
        report.add(
          \.credentials, "the credential '\(UUIDText.write(id))' has been superseded",
          help: "write '\(UUIDText.write(current))', its current record", element: element)
      }
    })
}

extension CredentialManager {
  /// The id of the record that this one superseded.
  fileprivate var superseded: UUID? { previous.value ?? nil }
}

/// Which record superseded which, by their ids.
private struct CredentialHistory {
  private var ids: Set<UUID> = []
  private var successors: [UUID: UUID] = [:]

  init(_ credentials: [CredentialManager]) {
    for credential in credentials {
      guard let id = credential.id.value ?? nil else { continue }
      ids.insert(id)
      if let superseded = credential.superseded { successors[superseded] = id }
    }
  }

  /// The newest record of the chain that a superseded one is in; nothing for any other record.
  func current(insteadOf id: UUID) -> UUID? {
    guard ids.contains(id) else { return nil }
    var newest = id
    var passed: Set<UUID> = []
    while let successor = successors[newest] {
      // A chain without an end has no current record.
      guard passed.insert(newest).inserted else { return nil }
      newest = successor
    }
    return newest == id ? nil : newest
  }
}
