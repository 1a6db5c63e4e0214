import Documents

extension Rule {
  static let variableMissingInEnvironment = Rule(
    "FC207", "variable-missing-in-environment", .warning,
    "What one environment requires is there in every environment that has variables",
    rationale: """
      The same application runs in each environment. What it needs in one it mostly needs in the \
      others, and a missing variable shows only after the deployment.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, required",
    example: .fields(
      .variables, at: "key",
      wrong: """
        [{ "key": "LOG_LEVEL", "environment": "staging" },
         { "key": "QUEUE_NAME", "environment": "production", "required": true }]
        """,
      right: """
        [{ "key": "LOG_LEVEL", "environment": "staging" },
         { "key": "QUEUE_NAME", "environment": "production", "required": true },
         { "key": "QUEUE_NAME", "environment": "staging", "required": true }]
        """),
    .all(\.variables, of: .variables) { variables, report in
      var coverage = EnvironmentCoverage(variables)
      guard coverage.spansEnvironments else { return }
      for (index, variable) in variables.enumerated() {
        guard variable.required.value == true, let environment = variable.environment.value
        else { continue }
        for missing in coverage.takeMissing(of: variable) {
          report.add(
            \.key,
            "\(variable.shownName) is required in \(environment) and missing in \(missing)",
            help: "add it for \(missing), with 'unset' until its value is known, "
              + "or set 'required' to false",
            entry: index)
        }
      }
    })
}
