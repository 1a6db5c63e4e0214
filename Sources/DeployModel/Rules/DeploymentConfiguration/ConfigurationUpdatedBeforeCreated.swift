import Documents

extension Rule {
  static let configurationUpdatedBeforeCreated = Rule(
    "FC115", "configuration-updated-before-created", .warning,
    "The configuration was last modified when or after it was created",
    rationale: """
      Commands keep both times. An order that cannot be points to an entry copied by hand, whose \
      other fields may belong to another project too.
      """,
    reference: "data model, Core Entities, DeploymentConfiguration: created_at, updated_at",
    example: .fields(
      .deployment, at: "updated_at",
      wrong: """
        { "created_at": "2026-03-01T09:00:00Z", "updated_at": "2026-02-01T09:00:00Z" }
        """,
      right: """
        { "created_at": "2026-02-01T09:00:00Z", "updated_at": "2026-03-01T09:00:00Z" }
        """),
    .configuration { deployment, report in
      guard let created = try deployment.createdAt.get(),
        let updated = try deployment.updatedAt.get(), updated < created
      else { return }
      report.add(
        \.updatedAt, "updated_at '\(updated)' is before created_at '\(created)'",
        help: "correct the one that is wrong")
    })
}
