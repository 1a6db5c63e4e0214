import Documents

extension Rule {
  static let unknownField = Rule(
    "FC002", "unknown-field", .error, "An object has only the fields of its entity",
    rationale: """
      A misspelled field would silently leave its default in force: a check that nobody meant, or \
      a limit that nobody set.
      """,
    reference: "data model, Core Entities",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "intervall",
      wrong: #"{ "intervall": 60 }"#, right: #"{ "interval": 60 }"#),
    .reading(.unknownField))
}
