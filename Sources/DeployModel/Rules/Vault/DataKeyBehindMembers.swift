extension Rule {
  static let dataKeyBehindMembers = Rule(
    "FC821", "data-key-behind-members", .warning,
    "Data keys are wrapped for the members who are cleared for them now",
    rationale: """
      A key that was made on one branch while another branch let someone in, or removed someone, \
      knows nothing of that: the one cannot read what is sealed with it, the other still can.
      """,
    reference: "data model, Security Considerations, Encryption",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong:
        #"{ "kid": "mjzx…", "wraps": [ { "member": "anna" }, { "member": "bob, removed" } ] }"#,
      right: #"{ "kid": "mjzx…", "wraps": [ { "member": "anna" } ] }"#),
    .vault(.wrapsBehind))
}
