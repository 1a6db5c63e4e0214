extension Rule {
  static let memberOrSettingsEdited = Rule(
    "FC814", "member-or-settings-edited", .error,
    "Members and settings are as an owner signed them",
    rationale: """
      Whoever exchanges a member's public key by hand would be the one for whom the next \
      values are sealed.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "vault.json",
      wrong: #"{ "name": "bob", "grants": ["admin:*:*"], … }"#,
      right: #"{ "name": "bob", "grants": ["read_only:email:staging"], … }"#),
    .vault(.memberEdited))
}
