extension Rule {
  static let sealedUnderRetiredKey = Rule(
    "FC819", "sealed-under-retired-key", .warning,
    "Values are sealed under the newest key of their compartment",
    rationale: """
      A key is retired because someone who had it has left. A value that was sealed with it \
      at the same time, on another branch, can still be read by them.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: #"{ "service_name": "stripe", "encrypted_value": "fc1.<the old key>.3.kPz0…" }"#,
      right: #"{ "service_name": "stripe", "encrypted_value": "fc1.<the new key>.4.Wm2x…" }"#),
    .vault(.retiredKey))
}
