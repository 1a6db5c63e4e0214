import Documents

extension Rule {
  static let rotationDatesOutOfOrder = Rule(
    "FC303", "rotation-dates-out-of-order", .error,
    "A credential is created, then rotated, then rotated again",
    rationale: """
      The dates decide when the next rotation is due. In the wrong order they decide nothing, and \
      a credential can grow old unseen.
      """,
    reference: """
      data model, Validation Rules, CredentialManager: rotation dates must be logical (created < \
      last_rotated < next_rotation)
      """,
    example: .fields(
      .credentials, at: "last_rotated",
      wrong: #"{ "created_date": "2026-11-10", "last_rotated": "2026-11-10" }"#,
      right: #"{ "created_date": "2026-11-09", "last_rotated": "2026-11-10" }"#),
    .eachCredential { credential, report in
      let created = try credential.createdDate.get()
      let rotated = try credential.lastRotated.get()
      if let rotated, rotated <= created {
        report.add(
          \.lastRotated, "last_rotated \(rotated) is not after created_date \(created)",
          help: "leave it out until the value has been replaced after the day of its creation")
      }
      let next = try credential.nextRotation.get()
      let last = rotated ?? created
      guard next <= last else { return }
      report.add(
        \.nextRotation,
        "next_rotation \(next) is not after \(rotated == nil ? "created_date" : "last_rotated") "
          + "\(last)",
        help: help(for: credential, after: last))
    })

  private static func help(for credential: CredentialManager, after last: CalendarDate) -> String {
    let first = last.adding(days: 1)
    guard let priority = credential.rotationPriority.value else {
      return "write a day from \(first) on"
    }
    return "write a day from \(first) to \(last.adding(days: priority.longestSchedule))"
  }
}
