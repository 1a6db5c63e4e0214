extension Rule {
  static let vaultReplaced = Rule(
    "FC822", "vault-replaced", .error,
    "A project keeps the vault that this machine knows it by",
    rationale: """
      Whoever exchanges the whole vault for one that they founded can open all that is sealed \
      from then on. A machine remembers which vault a project had, and notices another.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"{ "vault": "the id of a vault that someone else has founded" }"#,
      right: #"{ "vault": "the id that was printed when the vault was founded" }"#),
    .vault(.vaultReplaced))
}
