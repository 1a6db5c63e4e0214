import Documents

extension Rule {
  static let duplicateField = Rule(
    "FC004", "duplicate-field", .error, "A field stands once in an object",
    rationale: """
      Readers of JSON disagree on which of two values counts: one program would act on the first \
      and another on the last.
      """,
    reference: "RFC 8259, section 4, Objects",
    protects: .platform,
    example: .wholeFile(
      .certificate, at: "status",
      wrong: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "failed",
          "status": "pending"
        }
        """,
      right: """
        {
          "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "domain": "harbour.fly.dev",
          "status": "pending"
        }
        """),
    .reading(.duplicateField))
}
