extension Rule {
  static let rotationWithoutNewValue = Rule(
    "FC820", "rotation-without-new-value", .warning,
    "A credential that says it was rotated has had a new value since",
    rationale: """
      A date is easily moved and protects nothing: the value that should have been replaced \
      is still in use. The ledger knows when the value last changed.
      """,
    reference: "data model, Credential Categories and Rotation Schedules",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: """
        { "service_name": "stripe", "last_rotated": "2026-11-10" }   last set on \
        2026-01-05
        """,
      right: #"{ "service_name": "stripe", "last_rotated": "2026-11-10" }   set on 2026-11-10"#),
    .vault(.rotationOnPaper))
}
