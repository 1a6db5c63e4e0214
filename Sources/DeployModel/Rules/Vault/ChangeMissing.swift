extension Rule {
  static let changeMissing = Rule(
    "FC807", "change-missing", .error, "Every change that another one follows is in the ledger",
    rationale: """
      Taking a change away would undo it, such as the removal of a member, without anyone \
      having signed that.
      """,
    reference: "data model, Relationships, Audit Relationships",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-anna-1f0a9c3e.jsonl",
      wrong: #"{"format":"flyconf.change/1",…,"after":["5b0d… (its file is gone)"]}"#,
      right: #"{"format":"flyconf.change/1",…,"after":["5b0d…"]}"#),
    .vault(.changeMissing))
}
