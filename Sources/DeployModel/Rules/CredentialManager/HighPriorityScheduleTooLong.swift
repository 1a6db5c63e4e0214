import Documents

extension Rule {
  static let highPriorityScheduleTooLong = Rule(
    "FC304", "high-priority-schedule-too-long", .error,
    "A credential of high priority is rotated within 30 days",
    rationale: """
      High priority is for what opens databases and moves money: a value that leaked should be of \
      no use within a month.
      """,
    reference: """
      data model, Validation Rules, CredentialManager: high priority credentials must have \
      rotation schedule ≤ 30 days
      """,
    example: .fields(
      .credentials, at: "next_rotation",
      wrong: """
        { "rotation_priority": "high", "last_rotated": "2026-11-10",
          "next_rotation": "2026-12-11" }
        """,
      right: """
        { "rotation_priority": "high", "last_rotated": "2026-11-10",
          "next_rotation": "2026-12-10" }
        """),
    .eachCredential { credential, report in
      try report.addLongSchedule(credential) { $0 == .high }
    })
}
