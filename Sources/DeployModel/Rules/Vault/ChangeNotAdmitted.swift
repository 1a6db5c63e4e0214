extension Rule {
  static let changeNotAdmitted = Rule(
    "FC812", "change-not-admitted", .error,
    "A change whose author lost the right to it at the same time is admitted by an owner",
    rationale: """
      Someone who was removed could still date a change back and add it on another branch. \
      Whether such a change was honest, an owner decides.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-bob-1f0a9c3e.jsonl",
      wrong: #"{"format":"flyconf.change/1",…,"author":"bob (removed on another branch)",…}"#,
      right: #"{"format":"flyconf.change/1",…,"author":"bob",…}"#),
    .vault(.changeNotAdmitted))
}
