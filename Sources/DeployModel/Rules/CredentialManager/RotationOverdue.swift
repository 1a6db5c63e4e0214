import Documents

extension Rule {
  package static let rotationOverdue = Rule(
    "FC307", "rotation-overdue", .warning,
    "A credential of medium or low priority is rotated by the day it is due",
    rationale: """
      A schedule that nobody keeps protects nothing, and what is late by a day is easily late by \
      a year.
      """,
    reference: "data model, CredentialManager, next_rotation: scheduled rotation date",
    example: .fields(
      .credentials, at: "next_rotation",
      wrong: """
        { "service_category": "email", "rotation_priority": "medium",
          "last_rotated": "2026-08-24", "next_rotation": "2026-11-22" }
        """,
      right: """
        { "service_category": "email", "rotation_priority": "medium",
          "last_rotated": "2026-11-22", "next_rotation": "2027-02-20" }
        """),
    .eachCurrentCredential { credential, report in
      try report.addOverdue(credential) { $0 != .high }
    })
}
