extension Rule {
  static let dataKeySwapped = Rule(
    "FC813", "data-key-swapped", .error,
    "Data keys, and what is sealed under them, are as they were signed",
    rationale: """
      A key that was exchanged or wrapped for one more person would let that person read \
      the next value. A key that was retired is known to someone who has left.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"{ "kid": "mjzx…", "wraps": [ { "member": "anna" }, { "member": "eve" } ] }"#,
      right: #"{ "kid": "mjzx…", "wraps": [ { "member": "anna" } ] }"#),
    .vault(.keySwapped))
}
