import Documents

extension Rule {
  static let tcpCheckWithoutPort = Rule(
    "FC403", "tcp-check-without-port", .error,
    "The endpoint of a tcp check is PORT or HOST:PORT",
    rationale: """
      A tcp check passes when a connection to a port opens. Without a port there is nothing to \
      connect to, and Fly.io refuses a check whose port it cannot find out.
      """,
    reference: "data model, HealthCheck: endpoint",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "endpoint",
      wrong: #"{ "check_type": "tcp", "endpoint": "localhost" }"#,
      right: #"{ "check_type": "tcp", "endpoint": "8080" }"#),
    .eachHealthCheck { check, report in
      guard try check.checkType.get() == .tcp else { return }
      guard let endpoint = try check.endpoint.get() else {
        report.add(
          \.endpoint, "a tcp check has no endpoint, expected PORT or HOST:PORT",
          help: "add the port to connect to, such as '8080'")
        return
      }
      do throws(MalformedValue) {
        _ = try TCPAddress(endpoint)
      } catch {
        report.add(\.endpoint, error.reason, help: error.help)
      }
    })
}
