import Documents

extension Rule {
  static let variableUpdatedBeforeCreated = Rule(
    "FC223", "variable-updated-before-created", .warning,
    "A variable was not modified before it was created",
    rationale: """
      The two moments tell when a value last changed; in the wrong order, neither can be trusted.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, created_at and updated_at",
    example: .fields(
      .variables, at: "updated_at",
      wrong: """
        { "created_at": "2026-03-02T08:00:00Z", "updated_at": "2026-03-01T08:00:00Z" }
        """,
      right: """
        { "created_at": "2026-03-01T08:00:00Z", "updated_at": "2026-03-02T08:00:00Z" }
        """),
    .eachVariable { variable, report in
      guard let created = try variable.createdAt.get(), let updated = try variable.updatedAt.get(),
        updated < created
      else { return }
      report.add(
        \.updatedAt, "updated_at \(updated) is before created_at \(created)",
        help: "correct the one that was written by hand")
    })
}
