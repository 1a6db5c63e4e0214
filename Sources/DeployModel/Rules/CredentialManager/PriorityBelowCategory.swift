import Documents

extension Rule {
  static let priorityBelowCategory = Rule(
    "FC309", "priority-below-category", .warning,
    "A credential's priority is at least that of its category",
    rationale: """
      The category says what harm a leaked value does. A weaker priority lets it live longer than \
      that harm allows.
      """,
    reference: """
      data model, Configuration Templates, Credential Categories and Rotation Schedules
      """,
    example: .fields(
      .credentials, at: "rotation_priority",
      wrong: #"{ "service_category": "payment", "rotation_priority": "medium" }"#,
      right: #"{ "service_category": "payment", "rotation_priority": "high" }"#),
    .eachCredential { credential, report in
      let priority = try credential.rotationPriority.get()
      let category = try credential.serviceCategory.get()
      let policy = RotationPolicy(for: category, in: try credential.environment.get())
      guard priority > policy.priority else { return }
      report.add(
        \.rotationPriority,
        "priority '\(priority.rawValue)' is weaker than '\(policy.priority.rawValue)', "
          + "which the category '\(category.rawValue)' calls for",
        help: "write '\(policy.priority.rawValue)' and rotate at least every \(policy.days) days")
    })
}
