extension Rule {
  package static let vaultFileIgnored = Rule(
    "FC841", "vault-file-ignored", .error,
    "Git keeps every file of the vault",
    rationale: """
      A change of the ledger that is not committed is missing for everyone else, and what it \
      signs looks tampered with.
      """,
    reference: "data model, Relationships, Audit Relationships",
    protects: .secret,
    example: .scanned(
      ".gitignore",
      wrong: "*.jsonl",
      right: "*.log"),
    .gate)
}
