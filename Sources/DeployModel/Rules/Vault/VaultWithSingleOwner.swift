extension Rule {
  static let vaultWithSingleOwner = Rule(
    "FC818", "vault-with-single-owner", .warning, "A vault has more than one owner",
    rationale: """
      When the identity of the only owner is lost, nobody can let someone in, change keys, \
      or read what only owners may read. A second owner can be an identity that is kept \
      offline.
      """,
    reference: """
      data model, Security Considerations, Encryption: keys are kept in a secure key \
      management system
      """,
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"{ "members": [ { "name": "anna", "owner": true, … } ] }"#,
      right: """
        { "members": [ { "name": "anna", "owner": true, … }, { "name": "recovery", \
        "owner": true, … } ] }
        """),
    .vault(.singleOwner))
}
