extension Rule {
  static let changeBeyondGrant = Rule(
    "FC811", "change-beyond-grant", .error,
    "Every record of a change is covered by its author's grants",
    rationale: """
      Members sign only what owners have cleared them for: values of some categories and \
      environments. Members, keys and settings are for owners.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-bob-1f0a9c3e.jsonl",
      wrong: #"{"action":"set",…,"compartment":"production/credential/payment/admin"}"#,
      right: #"{"action":"set",…,"compartment":"staging/credential/email/read_only"}"#),
    .vault(.grantMissing))
}
