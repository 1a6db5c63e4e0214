import Documents

extension Rule {
  static let checkExpectationWithoutEffect = Rule(
    "FC417", "check-expectation-without-effect", .warning,
    "Only an http check expects a status or a body",
    rationale: """
      A tcp check passes when a connection opens, an exec check when the command exits with 0. \
      What they are told to expect beyond that is never looked at.
      """,
    reference: "data model, HealthCheck: expected_status and expected_body",
    example: .fields(
      .healthChecks, at: "expected_body",
      wrong: #"{ "check_type": "tcp", "endpoint": "6379", "expected_body": "+PONG" }"#,
      right: #"{ "check_type": "tcp", "endpoint": "6379" }"#),
    .eachHealthCheck { check, report in
      let type = try check.checkType.get()
      guard type != .http else { return }
      if let status = check.expectedStatus.value, status != HealthCheck.defaultStatus,
        HealthCheck.statuses.contains(status)
      {
        report.add(
          \.expectedStatus, "a check of the type '\(type.rawValue)' does not look at a status",
          help: "remove expected_status, or make it an http check")
      }
      if let body = check.expectedBody.value ?? nil, !body.isEmpty {
        report.add(
          \.expectedBody, "a check of the type '\(type.rawValue)' does not look at a body",
          help: "remove expected_body, or make it an http check")
      }
    })
}
