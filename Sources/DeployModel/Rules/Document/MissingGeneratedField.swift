import Documents

extension Rule {
  static let missingGeneratedField = Rule(
    "FC010", "missing-generated-field", .warning,
    "An entity has the fields that commands fill in",
    rationale: """
      An entity that was written by hand has no id and no times yet. Until it has, nothing can \
      refer to it, and nobody can tell it from a copy.
      """,
    reference: "data model, Core Entities, PK and AUTO",
    example: .wholeFile(
      .certificate, at: nil,
      wrong: """
        { "domain": "harbour.fly.dev", "status": "pending" }
        """,
      right: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "pending"
        }
        """),
    .reading(.missingGeneratedField))
}
