import Documents
import FoundationEssentials

extension Rule {
  static let duplicateID = Rule(
    "FC011", "duplicate-id", .error, "Every entry of a file has an id of its own",
    rationale: """
      References, sealed values and records know an entity by its id. Two of the same mostly come \
      from copying an entry, and what is meant for one then reaches the other.
      """,
    reference: "data model, Core Entities, PK",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "id",
      wrong: """
        [
          { "endpoint": "/ready", "id": "3e6a1f0b-58d2-4c97-b1e4-0d9c7a2f6b85" },
          { "endpoint": "/live", "id": "3e6a1f0b-58d2-4c97-b1e4-0d9c7a2f6b85" }
        ]
        """,
      right: """
        [
          { "endpoint": "/ready", "id": "3e6a1f0b-58d2-4c97-b1e4-0d9c7a2f6b85" },
          { "endpoint": "/live", "id": "c8d41e7a-0b96-4f25-8a3d-6e1f5b9c2047" }
        ]
        """),
    // Lines of one id are the history of a deployment, so that its log is left out.
    .together(
      distinctIDs(\.variables, of: .variables, by: \.id),
      distinctIDs(\.credentials, of: .credentials, by: \.id),
      distinctIDs(\.healthChecks, of: .healthChecks, by: \.id)))

  private static func distinctIDs<E: ProjectEntity>(
    _ entities: any KeyPath<Project, Readable<[E]>> & Sendable, of file: ProjectFile,
    by path: any KeyPath<E, Readable<UUID?>> & Sendable
  ) -> RuleCheck {
    .all(entities, of: file) { entities, report in
      var entries = [UUID: Int](minimumCapacity: entities.count)
      for entry in entities.indices {
        guard case .value(let id?) = entities[entry][keyPath: path] else { continue }
        guard let first = entries.updateValue(entry, forKey: id) else { continue }
        report.add(
          path, "\(file.entryPath(first)) has the id '\(UUIDText.write(id))' already",
          help: "give this entry an id of its own", entry: entry)
      }
    }
  }
}
