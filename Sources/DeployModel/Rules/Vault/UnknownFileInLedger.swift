extension Rule {
  static let unknownFileInLedger = Rule(
    "FC809", "unknown-file-in-ledger", .error, "The folder of the ledger holds nothing but changes",
    rationale: """
      What lies beside the changes may be one that was renamed, half of one, or something \
      meant to be taken for one.
      """,
    reference: "data model, Relationships, Audit Relationships",
    protects: .secret,
    example: .tampering(
      "audit",
      wrong: #"audit/notes.txt"#,
      right: #"audit/20261120T100000Z-anna-1f0a9c3e.jsonl"#),
    .vault(.fileUnknown))
}
