extension Rule {
  static let changeByUnknownAuthor = Rule(
    "FC810", "change-by-unknown-author", .error,
    "Every change is by someone who was a member when it was made",
    rationale: """
      Anyone who can push to a repository can write a file. Only members can sign a change \
      that counts.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "audit/20261120T100000Z-eve-1f0a9c3e.jsonl",
      wrong: #"{"format":"flyconf.change/1",…,"author":"eve",…}"#,
      right: #"{"format":"flyconf.change/1",…,"author":"anna",…}"#),
    .vault(.authorUnknown))
}
