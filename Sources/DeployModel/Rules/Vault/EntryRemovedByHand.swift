extension Rule {
  static let entryRemovedByHand = Rule(
    "FC803", "entry-removed-by-hand", .error,
    "An entry that the vault guards stands in its file until a command removes it",
    rationale: """
      Whoever deletes an entry in an editor takes a secret away from everyone, and nobody \
      can say who it was.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: #"{ "credentials": [ ] }"#,
      right: #"{ "credentials": [ { "service_name": "stripe", "encrypted_value": "fc1.…" } ] }"#),
    .vault(.entryRemoved))
}
