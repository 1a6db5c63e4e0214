extension Rule {
  package static let privateFileNotIgnored = Rule(
    "FC842", "private-file-not-ignored", .error,
    "Git leaves out keys, logs of reads and what commands leave behind",
    rationale: """
      What git does not ignore is committed by the next `git add .`: a key that was \
      committed is everyone's, and stays in the history.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    example: .scanned(
      ".gitignore",
      wrong: "*.log   and an identity stands in the folder",
      right: "*.log\nidentity"),
    .gate)
}
