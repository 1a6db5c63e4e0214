extension Rule {
  static let vaultValueInTheOpen = Rule(
    "FC832", "vault-value-in-the-open", .error,
    "No file in git holds a value that the vault holds sealed",
    rationale: """
      A secret that is sealed here and stands in the open there is no secret. Whoever has an \
      identity can search for the values themselves, whatever they look like: as they are, in \
      base64, and as URLs and JSON write them.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    example: .scanned(
      "docs/runbook.md",
      wrong: "Log in as 'harbour' with 'Quiet anchor of 1987'.",
      right: "Log in as 'harbour'; `flyconf secrets show harbour --reveal` has the password."),
    .leak(.vaultValue))
}
