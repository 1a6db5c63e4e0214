extension Rule {
  static let vaultConflict = Rule(
    "FC815", "vault-conflict", .error, "Changes of one entity on two branches have been settled",
    rationale: """
      Two people changed the same entity and neither knew of the other's change. Which one \
      holds, nobody but a person can say.
      """,
    reference: "data model, Relationships, Audit Relationships",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: #"{ "service_name": "stripe", … }   set by 'anna' and by 'bob'"#,
      right: """
        { "service_name": "stripe", … }   after `flyconf vault resolve stripe --take \
        ours`
        """),
    .vault(.conflict))
}
