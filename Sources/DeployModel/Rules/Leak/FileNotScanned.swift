extension Rule {
  static let fileNotScanned = Rule(
    "FC833", "file-not-scanned", .warning,
    "Every file in git can be searched for secrets",
    rationale: """
      A file that could not be read may hold anything. That nothing was found in the others says \
      nothing about it.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    example: .scanned(
      "config/production.key",
      wrong: "-rw------- 1 root root   a file that only root can read",
      right: "-rw-r--r-- 1 anna anna   a file that can be read"),
    .leak(.unread))
}
