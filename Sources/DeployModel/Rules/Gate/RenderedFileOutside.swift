extension Rule {
  package static let renderedFileOutside = Rule(
    "FC845", "rendered-file-outside", .error,
    "A rendered file is no link to a file outside of the repository",
    rationale: """
      Whoever opens a pull request may put a link in a file's place. What a report then quotes is \
      a file of the machine that runs it, such as its environment with every token.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    example: .scanned(
      "fly.toml",
      wrong: "fly.toml -> /proc/self/environ",
      right: "the text itself, as `flyconf render fly.toml` writes it"),
    .gate)
}
