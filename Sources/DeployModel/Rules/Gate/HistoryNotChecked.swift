extension Rule {
  static let historyNotChecked = Rule(
    "FC837", "history-not-checked", .warning,
    "The history of the ledger can be looked through",
    rationale: """
      No change of the vault is ever altered or removed, and the history of git shows it. A \
      shallow clone, which pipelines make unless told otherwise, has no history.
      """,
    reference: "data model, Relationships, Audit Relationships",
    example: .scanned(
      "audit",
      wrong: "git clone --depth 1",
      right: "git clone"),
    .gate(.historyUnchecked))
}
