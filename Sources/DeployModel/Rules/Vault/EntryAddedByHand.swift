extension Rule {
  static let entryAddedByHand = Rule(
    "FC802", "entry-added-by-hand", .error,
    "An entry with a sealed value was added by a command that signed it",
    rationale: """
      An entry that nobody signed may be a copy under another name, or one that was removed \
      for a reason.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: """
        { "service_name": "stripe-copy", "encrypted_value": \
        "fc1.mjzxi2kbqe7ntu4cw5ha.3.kPz0…" }
        """,
      right: #"{ "service_name": "stripe-copy", "encrypted_value": "unset" }"#),
    .vault(.entryAdded))
}
