extension Rule {
  static let vaultMissing = Rule(
    "FC817", "vault-missing", .error,
    "Sealed values stand beside the vault that they were sealed in",
    rationale: """
      Without vault.json and the folder audit nobody can open what is sealed, nor say who \
      sealed it.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"credentials.json   with "fc1.…" in it, and no vault.json"#,
      right: #"credentials.json, vault.json, audit/"#),
    .vault(.vaultMissing))
}
