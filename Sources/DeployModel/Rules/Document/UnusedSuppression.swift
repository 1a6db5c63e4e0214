import Documents

extension Rule {
  static let unusedSuppression = Rule(
    "FC013", "unused-suppression", .warning, "A suppression leaves a finding out",
    rationale: """
      A suppression that nothing needs any more waits for the next mistake of its kind and hides \
      it. Whether one is needed is judged only when the whole project could be read.
      """,
    reference: "data model, Validation Rules",
    example: .fields(
      .healthChecks, at: "rule",
      wrong: """
        {
          "interval": 60,
          "timeout": 10,
          "flyconf:ignore": [{ "rule": "FC408", "reason": "the endpoint is slow at first" }]
        }
        """,
      right: """
        {
          "interval": 20,
          "timeout": 10,
          "flyconf:ignore": [{ "rule": "FC408", "reason": "the endpoint is slow at first" }]
        }
        """),
    .reading(.unusedSuppression))
}
