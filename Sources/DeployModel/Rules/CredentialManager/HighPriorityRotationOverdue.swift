import Documents

extension Rule {
  package static let highPriorityRotationOverdue = Rule(
    "FC306", "high-priority-rotation-overdue", .error,
    "A credential of high priority is rotated by the day it is due",
    rationale: """
      High priority is for what opens databases and moves money. A schedule that nobody keeps \
      protects nothing.
      """,
    reference: "data model, CredentialManager, next_rotation: scheduled rotation date",
    example: .fields(
      .credentials, at: "next_rotation",
      wrong: """
        { "rotation_priority": "high", "last_rotated": "2026-10-23",
          "next_rotation": "2026-11-22" }
        """,
      right: """
        { "rotation_priority": "high", "last_rotated": "2026-11-22",
          "next_rotation": "2026-12-22" }
        """),
    .eachCurrentCredential { credential, report in
      try report.addOverdue(credential) { $0 == .high }
    })
}
