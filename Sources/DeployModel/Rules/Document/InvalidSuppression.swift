import Documents

extension Rule {
  static let invalidSuppression = Rule(
    "FC012", "invalid-suppression", .error,
    "A suppression names a rule that can be left out, and the reason",
    rationale: """
      A suppression with a misspelled code leaves nothing out, and one without a reason cannot be \
      judged by whoever reads it a year later. What the platform would refuse, and what guards a \
      secret, is never left out.
      """,
    reference: "data model, Validation Rules",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "reason",
      wrong: """
        {
          "interval": 20,
          "timeout": 10,
          "flyconf:ignore": [{ "rule": "FC408", "reason": "" }]
        }
        """,
      right: """
        {
          "interval": 20,
          "timeout": 10,
          "flyconf:ignore": [
            { "rule": "FC408", "reason": "the endpoint is slow only while the cache is cold" }
          ]
        }
        """),
    .reading(.invalidSuppression))
}
