import Documents
import FoundationEssentials

extension Rule {
  static let duplicateVariableID = Rule(
    "FC223", "duplicate-variable-id", .error,
    "Every variable has an id of its own",
    rationale: """
      An id is what commands, records and sealed values know a variable by. Two of the same come \
      from copying an entry.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, id: PK, NOT NULL",
    protects: .platform,
    example: .fields(
      .variables, at: "id",
      wrong: """
        [{ "key": "MIN_POOL", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" },
         { "key": "MAX_POOL", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" }]
        """,
      right: """
        [{ "key": "MIN_POOL", "id": "6f3d2a10-8c4b-4e5f-9a6b-7c8d9e0f1a2b" },
         { "key": "MAX_POOL", "id": "c0a1b2c3-d4e5-4f60-8172-93a4b5c6d7e8" }]
        """),
    .all(\.variables, of: .variables) { variables, report in
      var seen = Set<UUID>(minimumCapacity: variables.count)
      for (index, variable) in variables.enumerated() {
        guard case .value(let id?) = variable.id, !seen.insert(id).inserted else { continue }
        report.add(
          \.id, "another variable has the id \(UUIDText.write(id)) already",
          help: "give this one a new UUID", entry: index)
      }
    })
}
