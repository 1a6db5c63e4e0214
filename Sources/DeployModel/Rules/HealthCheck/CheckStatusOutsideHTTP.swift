import Documents

extension Rule {
  static let checkStatusOutsideHTTP = Rule(
    "FC410", "check-status-outside-http", .error,
    "The expected status of a check is an HTTP status, 100 to 599",
    rationale: """
      No server answers with a status outside 100 to 599, so that the check could never pass.
      """,
    reference: "RFC 9110, section 15, Status Codes",
    example: .fields(
      .healthChecks, at: "expected_status",
      wrong: #"{ "expected_status": 20 }"#, right: #"{ "expected_status": 200 }"#),
    .eachHealthCheck { check, report in
      let status = try check.expectedStatus.get()
      guard !HealthCheck.statuses.contains(status) else { return }
      report.add(
        \.expectedStatus, "expected_status is \(status), expected an HTTP status from 100 to 599",
        help: "write 200, or the status that the endpoint answers when all is well")
    })
}
