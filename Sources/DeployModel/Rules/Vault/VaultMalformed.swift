extension Rule {
  static let vaultMalformed = Rule(
    "FC816", "vault-malformed", .error, "The files of the vault hold what flyconf writes, no more",
    rationale: """
      A field that is unknown, doubled, missing or of another type could mean one thing to \
      flyconf and another to whoever reviews the file.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"{ "format": "flyconf.vault/1", "vault": "70aa…", "vault": "e41c…", … }"#,
      right: #"{ "format": "flyconf.vault/1", "vault": "70aa…", … }"#),
    .vault(.malformed))
}
