import Documents

extension Rule {
  static let duplicateCheck = Rule(
    "FC414", "duplicate-check", .warning, "No two checks ask for the same and expect the same",
    rationale: """
      Two checks that ask for the same in one environment alert twice for one outage, and a later \
      change is easily made to one of them alone.
      """,
    reference: "data model, HealthCheck",
    example: .fields(
      .healthChecks, at: "endpoint",
      wrong: #"[{ "endpoint": "/ready" }, { "endpoint": "/ready" }]"#,
      right: #"[{ "endpoint": "/ready" }, { "endpoint": "/live" }]"#),
    .all(\.healthChecks, of: .healthChecks) { checks, report in
      var first: [CheckQuestion: Int] = [:]
      for (index, check) in checks.enumerated() {
        for question in CheckQuestion.all(of: check) {
          guard let other = first[question], other != index else {
            first[question] = index
            continue
          }
          report.add(
            \.endpoint,
            "\(ProjectFile.healthChecks.entryPath(other)) asks for the same and expects the same",
            help: "remove one of the two, or tell them apart by their environments", entry: index)
          break
        }
      }
    })
}

/// What a check asks for and expects in one environment: how often it asks does not matter.
private struct CheckQuestion: Hashable {
  var environment: EnvironmentName
  var type: CheckType
  var endpoint: String
  var status: Int
  var body: String?

  /// The questions of a check in the environments it applies to; none if a part is missing.
  static func all(of check: HealthCheck) -> [CheckQuestion] {
    guard let type = check.checkType.value, let endpoint = check.endpoint.value ?? nil,
      let status = check.expectedStatus.value, let body = check.expectedBody.value
    else { return [] }
    return EnvironmentName.allCases.filter { (try? check.applies(to: $0)) == true }.map {
      CheckQuestion(
        environment: $0, type: type, endpoint: endpoint, status: type == .http ? status : 0,
        body: type == .http ? body : nil)
    }
  }
}
