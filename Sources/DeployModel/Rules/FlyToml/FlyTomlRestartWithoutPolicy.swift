extension Rule {
  static let flyTomlRestartWithoutPolicy = Rule(
    "FC994", "fly-toml-restart-without-policy", .error, "Every [[restart]] has a policy",
    rationale: "flyctl refuses the file, with no other word than 'invalid restart policy'.",
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "[[restart]]", wrong: "[[restart]]\nretries = 3",
      right: "[[restart]]\npolicy = 'on-failure'\nretries = 3"),
    .flyToml { file, report in
      for restart in file.root.tables("restart") {
        guard !restart.has("policy") || restart.text("policy")?.content == "" else { continue }
        let policies = PlatformWords.restartPolicies.value.map { "\"\($0)\"" }
        report.add(
          "this [[restart]] has no policy",
          help: "write policy = \(policies.joined(separator: ", ")): one of these",
          at: restart.place(of: "policy"))
      }
    })
}
