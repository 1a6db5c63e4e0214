import Documents

extension Rule {
  static let scheduleTooLong = Rule(
    "FC305", "schedule-too-long", .warning,
    "A credential is rotated within 90 days at medium priority, within 365 at low",
    rationale: """
      A credential that is never replaced goes on opening the service for everyone who ever had \
      it: people who left, old machines, lost backups.
      """,
    reference: """
      data model, Configuration Templates, Credential Categories and Rotation Schedules
      """,
    example: .fields(
      .credentials, at: "next_rotation",
      wrong: """
        { "service_category": "email", "rotation_priority": "medium",
          "last_rotated": "2026-11-01", "next_rotation": "2027-01-31" }
        """,
      right: """
        { "service_category": "email", "rotation_priority": "medium",
          "last_rotated": "2026-11-01", "next_rotation": "2027-01-30" }
        """),
    .eachCredential { credential, report in
      try report.addLongSchedule(credential) { $0 != .high }
    })
}
