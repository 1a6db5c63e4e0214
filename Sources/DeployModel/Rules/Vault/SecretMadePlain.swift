extension Rule {
  static let secretMadePlain = Rule(
    "FC805", "secret-made-plain", .error,
    "What was sealed is neither replaced by plain text nor marked as no secret",
    rationale: """
      A flag that is edited in a file would let the next value be stored in the clear, and \
      a plain value in the place of a sealed one may come from anyone.
      """,
    reference: """
      data model, Validation Rules, EnvironmentVariable: secret variables must be encrypted
      """,
    protects: .secret,
    example: .tampering(
      "variables.json",
      wrong: #"{ "key": "DATABASE_URL", "is_secret": false, "encrypted_value": "fc1.…" }"#,
      right: #"{ "key": "DATABASE_URL", "is_secret": true, "encrypted_value": "fc1.…" }"#),
    .vault(.secretMadePlain))
}
