import Documents

extension Rule {
  static let checkBodyEmpty = Rule(
    "FC412", "check-body-empty", .error, "The expected body of a check has at least a character",
    rationale: """
      Every answer contains the empty text: the check would look as if it read the body and pass \
      on any.
      """,
    reference: "data model, HealthCheck: expected_body",
    example: .fields(
      .healthChecks, at: "expected_body",
      wrong: #"{ "expected_body": "", "enabled": false }"#,
      right: #"{ "expected_body": "ok", "enabled": false }"#),
    .eachHealthCheck { check, report in
      guard let body = try check.expectedBody.get(), body.isEmpty else { return }
      report.add(
        \.expectedBody, "expected_body is empty, expected a part of the answer",
        help: "write a text that a sound answer contains, or remove the field")
    })
}
