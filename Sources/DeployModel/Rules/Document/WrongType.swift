import Documents

extension Rule {
  static let wrongType = Rule(
    "FC005", "wrong-type", .error, "A field holds a value of its type",
    rationale: """
      A number in quotes is a text, and nobody compares it with other numbers. What is read one \
      way here and another way elsewhere is a mistake waiting for its day.
      """,
    reference: "data model, Core Entities, column Type",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "timeout", wrong: #"{ "timeout": "5" }"#, right: #"{ "timeout": 5 }"#),
    .reading(.wrongType))
}
