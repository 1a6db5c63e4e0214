import Documents

extension Rule {
  package static let rotatedInFuture = Rule(
    "FC319", "rotated-in-future", .warning,
    "A credential's last change is not in the future",
    rationale: """
      The schedule counts from the day of the last change. A day that has yet to come puts the \
      next rotation off, mostly by a year that was mistyped.
      """,
    reference: "data model, CredentialManager, created_date and last_rotated",
    example: .fields(
      .credentials, at: "last_rotated",
      wrong: #"{ "last_rotated": "2026-12-23", "next_rotation": "2027-01-10" }"#,
      right: #"{ "last_rotated": "2026-11-23", "next_rotation": "2026-12-10" }"#),
    .eachCredential { credential, report in
      let change = try credential.lastChange
      // Where the sun rises first it is tomorrow already.
      guard report.today.adding(days: 1) < change else { return }
      let isRotated = try credential.lastRotated.get() != nil
      report.add(
        isRotated ? \.lastRotated : \.createdDate,
        "\(isRotated ? "last_rotated" : "created_date") \(change) is in the future",
        help: "write the day on which the value was replaced, \(report.today) at the latest")
    })
}
