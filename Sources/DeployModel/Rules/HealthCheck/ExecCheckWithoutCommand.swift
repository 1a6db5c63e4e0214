import Documents

extension Rule {
  static let execCheckWithoutCommand = Rule(
    "FC404", "exec-check-without-command", .error,
    "The endpoint of an exec check is a command line with its quotes closed",
    rationale: """
      An exec check passes when a command exits with 0. A line that cannot be split into words \
      runs nothing, or something that nobody meant.
      """,
    reference: "data model, HealthCheck: endpoint",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "endpoint",
      wrong: #"{ "check_type": "exec", "endpoint": "sh -c 'test -f ready", "enabled": false }"#,
      right: #"{ "check_type": "exec", "endpoint": "sh -c 'test -f ready'", "enabled": false }"#),
    .eachHealthCheck { check, report in
      guard try check.checkType.get() == .exec else { return }
      guard let endpoint = try check.endpoint.get() else {
        report.add(
          \.endpoint, "an exec check has no endpoint, expected a command line",
          help: "add the command to run, such as 'bin/ready --quiet'")
        return
      }
      do throws(MalformedValue) {
        guard try ShellWords(endpoint).words.isEmpty else { return }
        report.add(
          \.endpoint, "the command line of an exec check has no words, expected a command",
          help: "write the command to run, such as 'bin/ready --quiet'")
      } catch {
        report.add(\.endpoint, error.reason, help: error.help)
      }
    })
}
