import Documents

extension Rule {
  static let rotationDue = Rule(
    "FC308", "rotation-due", .note,
    "No rotation is due within a week",
    rationale: "A rotation often needs an appointment with whoever runs the service.",
    reference: "data model, CredentialManager, next_rotation: scheduled rotation date",
    example: .fields(
      .credentials, at: "next_rotation",
      wrong: #"{ "last_rotated": "2026-11-01", "next_rotation": "2026-11-30" }"#,
      right: #"{ "last_rotated": "2026-11-01", "next_rotation": "2026-12-01" }"#),
    .eachCurrentCredential { credential, report in
      guard try credential.schedule != nil else { return }
      let next = try credential.nextRotation.get()
      let days = report.today.days(until: next)
      guard 0...7 ~= days else { return }
      let when =
        switch days {
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days) days, on \(next)"
        }
      report.add(
        \.nextRotation, "\(credential.shownName) is to be rotated \(when)",
        help: "plan the rotation; `flyconf secrets rotate` makes it and writes the dates")
    })
}
