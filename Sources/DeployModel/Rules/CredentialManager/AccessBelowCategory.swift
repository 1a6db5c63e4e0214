import Documents

extension Rule {
  static let accessBelowCategory = Rule(
    "FC318", "access-below-category", .warning,
    "A credential asks for at least its category's clearance",
    rationale: """
      The access level is the lowest clearance that may reveal the value. What opens a database \
      or the hosting itself is for administrators.
      """,
    reference: """
      data model, Configuration Templates, Credential Categories and Rotation Schedules
      """,
    example: .fields(
      .credentials, at: "access_level",
      wrong: #"{ "service_category": "database", "access_level": "read_only" }"#,
      right: #"{ "service_category": "database", "access_level": "admin" }"#),
    .eachCredential { credential, report in
      let level = try credential.accessLevel.get()
      let category = try credential.serviceCategory.get()
      let environment = try credential.environment.get()
      let least = RotationPolicy(for: category, in: environment).accessLevel
      guard level < least else { return }
      let place =
        environment == .development ? "development" : "the category '\(category.rawValue)'"
      report.add(
        \.accessLevel,
        "access level '\(level.rawValue)' is below '\(least.rawValue)', "
          + "which \(place) calls for",
        help: "write '\(least.rawValue)'")
    })
}
