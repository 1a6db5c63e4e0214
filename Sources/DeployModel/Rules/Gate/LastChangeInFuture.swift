extension Rule {
  static let lastChangeInFuture = Rule(
    "FC838", "last-change-in-future", .warning,
    "The last change of the vault is not dated in the future",
    rationale: """
      A change is never dated before one that it follows: until the time of the last change \
      has come, nobody can write another.
      """,
    reference: "data model, Relationships, Audit Relationships",
    example: .scanned(
      "audit",
      wrong: "audit/20270101T000000Z-anna-1f0a9c3e.jsonl   on 2026-11-23",
      right: "audit/20261122T090000Z-anna-1f0a9c3e.jsonl"),
    .gate(.changeInFuture))
}
