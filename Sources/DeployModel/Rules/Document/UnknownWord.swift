import Documents

extension Rule {
  static let unknownWord = Rule(
    "FC006", "unknown-word", .error, "A field of fixed words holds one of them",
    rationale: """
      The words of an enumeration are the same in every file and every program. Another word, be \
      it a synonym, would match none of them.
      """,
    reference: "data model, Core Entities, type enum",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "check_type",
      wrong: #"{ "check_type": "https" }"#, right: #"{ "check_type": "http" }"#),
    .reading(.unknownWord))
}
