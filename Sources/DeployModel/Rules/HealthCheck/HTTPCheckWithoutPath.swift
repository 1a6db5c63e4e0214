import Documents

extension Rule {
  static let httpCheckWithoutPath = Rule(
    "FC402", "http-check-without-path", .error,
    "The endpoint of an http check is an absolute path",
    rationale: """
      An http check asks the application itself for one path. Without a path that a request can \
      carry there is nothing to ask for, and a check that always fails keeps every machine out \
      of service.
      """,
    reference: "data model, Validation Rules, HealthCheck: HTTP checks require valid endpoint path",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "endpoint",
      wrong: #"{ "check_type": "http", "endpoint": "healthz" }"#,
      right: #"{ "check_type": "http", "endpoint": "/healthz" }"#),
    .eachHealthCheck { check, report in
      guard try check.checkType.get() == .http else { return }
      guard let endpoint = try check.endpoint.get() else {
        report.add(
          \.endpoint, "an http check has no endpoint, expected an absolute path",
          help: "add the path to ask for, such as '/healthz'")
        return
      }
      do throws(MalformedValue) {
        _ = try HTTPPath(endpoint)
      } catch {
        report.add(\.endpoint, error.reason, help: error.help)
      }
    })
}
