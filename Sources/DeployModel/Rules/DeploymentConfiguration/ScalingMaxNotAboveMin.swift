import Documents

extension Rule {
  static let scalingMaxNotAboveMin = Rule(
    "FC112", "scaling-max-not-above-min", .error, "scaling_max is greater than scaling_min",
    rationale: """
      With a maximum at or below the minimum there is nothing between them to scale: either \
      number can only be met by breaking the other.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: "
      + "scaling max must be greater than scaling min",
    example: .fields(
      .deployment, at: "scaling_max",
      wrong: #"{ "scaling_min": 3, "scaling_max": 3 }"#,
      right: #"{ "scaling_min": 2, "scaling_max": 3 }"#),
    .configuration { deployment, report in
      let least = try deployment.scalingMin.get()
      let most = try deployment.scalingMax.get()
      guard least >= 0, most <= least else { return }
      report.add(
        \.scalingMax, "scaling_max \(most) is not greater than scaling_min \(least)",
        help: "raise scaling_max above \(least)"
          + (most > 0 ? ", or lower scaling_min below \(most)" : ""),
        orAt: \.scalingMin)
    })
}
