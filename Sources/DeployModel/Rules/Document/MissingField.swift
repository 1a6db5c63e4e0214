import Documents

extension Rule {
  static let missingField = Rule(
    "FC003", "missing-field", .error, "An object has every required field of its entity",
    rationale: """
      What a required field says cannot be guessed: there is no default that would be right for \
      every application. An environment's patch cannot take such a field away either.
      """,
    reference: "data model, Core Entities, REQUIRED",
    protects: .platform,
    example: .wholeFile(
      .certificate, at: nil,
      wrong: """
        { "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d", "status": "pending" }
        """,
      right: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "pending"
        }
        """),
    .reading(.missingField, .removedField))
}
