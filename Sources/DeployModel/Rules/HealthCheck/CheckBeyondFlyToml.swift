import Documents

extension Rule {
  static let checkBeyondFlyToml = Rule(
    "FC411", "check-beyond-fly-toml", .note,
    "A check asks for nothing that fly.toml has no words for",
    rationale: """
      A check in fly.toml passes on any status of 2xx, once for each probe. Another status, a \
      body, a number of retries, a host or a command to run again and again stays in the \
      project's files, and Fly.io does not act on it.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .fields(
      .healthChecks, at: "expected_body",
      wrong: #"{ "expected_body": "ok" }"#, right: #"{ "expected_status": 200 }"#),
    .eachHealthCheck { check, report in
      guard let type = check.checkType.value, try check.isRendered(as: type, in: report.project)
      else { return }
      switch type {
      case .exec:
        report.add(
          \.checkType, "fly.toml runs an exec check once in a deployment, not at an interval",
          help: "let an http or tcp check ask for what the command finds out")
        return
      case .http: addExpectations(check, &report)
      case .tcp: addHost(check, &report)
      }
      addRetries(check, &report)
    })

  private static func addExpectations(_ check: HealthCheck, _ report: inout Report<HealthCheck>) {
    if let status = check.expectedStatus.value, HealthCheck.statuses.contains(status),
      !(200...299).contains(status)
    {
      report.add(
        \.expectedStatus, "fly.toml cannot ask for the status \(status), only for 200 to 299",
        help: "let the endpoint answer 200 when all is well")
    }
    if let body = check.expectedBody.value ?? nil, !body.isEmpty {
      report.add(
        \.expectedBody, "fly.toml cannot ask for a body",
        help: "let the endpoint answer another status than 2xx when its body would be wrong")
    }
  }

  private static func addHost(_ check: HealthCheck, _ report: inout Report<HealthCheck>) {
    guard let endpoint = check.endpoint.value ?? nil, let address = try? TCPAddress(endpoint),
      let host = address.host
    else { return }
    report.add(
      \.endpoint, "fly.toml cannot name the host \(Quoted(host)): Fly.io asks the machine itself",
      help: "write the port alone, '\(address.port)'")
  }

  /// The default is what nobody asked for, and not worth a word.
  private static func addRetries(_ check: HealthCheck, _ report: inout Report<HealthCheck>) {
    guard let retries = check.retries.value, retries >= 1, retries != HealthCheck.defaultRetries
    else { return }
    report.add(
      \.retries, "fly.toml cannot ask for retries: each probe of Fly.io is one attempt",
      help: "expect a machine to leave service at its first failed probe")
  }
}
