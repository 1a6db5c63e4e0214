extension Rule {
  static let changeOfAnotherVault = Rule(
    "FC808", "change-of-another-vault", .error, "The ledger holds changes of this vault only",
    rationale: """
      A change counts only in the vault that it was signed for. One that was copied from \
      another vault of the same person must not count here, nor may a second founding.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-anna-1f0a9c3e.jsonl",
      wrong: #"{"format":"flyconf.change/1","vault":"e41c… (another one)",…}"#,
      right: #"{"format":"flyconf.change/1","vault":"70aa…",…}"#),
    .vault(.changeForeign))
}
