extension Rule {
  static let sealedValueEdited = Rule(
    "FC801", "sealed-value-edited", .error, "A sealed value is the one that was last signed",
    rationale: """
      A value that was put there by hand, taken from an older version of the file, or moved \
      from another entry would be used as if someone entitled to it had set it.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: """
        { "service_name": "stripe", "encrypted_value": \
        "fc1.mjzxi2kbqe7ntu4cw5ha.2.AAAA…" }
        """,
      right: """
        { "service_name": "stripe", "encrypted_value": \
        "fc1.mjzxi2kbqe7ntu4cw5ha.3.kPz0…" }
        """),
    .vault(.valueEdited))
}
