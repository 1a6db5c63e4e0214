extension Rule {
  static let changeAltered = Rule(
    "FC806", "change-altered", .error,
    "A change in the ledger is byte for byte as its author signed it",
    rationale: """
      The ledger says who set what and when. A change is one file, named for its content, \
      written once and never altered.
      """,
    reference: "data model, Relationships, Audit Relationships",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-anna-1f0a9c3e.jsonl",
      wrong: #"{"action":"set","type":"credential","id":"4f1d…","rev":3,"digest":"0000…"}"#,
      right: #"{"action":"set","type":"credential","id":"4f1d…","rev":3,"digest":"8c1b…"}"#),
    .vault(.changeAltered))
}
