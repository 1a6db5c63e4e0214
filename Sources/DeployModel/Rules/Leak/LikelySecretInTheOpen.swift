extension Rule {
  static let likelySecretInTheOpen = Rule(
    "FC831", "likely-secret-in-the-open", .warning,
    "No file in git holds a random value under the name of a secret",
    rationale: """
      A password and most keys have no form of their own. A value that no person would think up, \
      behind a name such as `password` or `api_key`, is a secret nearly always.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    precision: .byLikeness,
    example: .scanned(
      "config/mail.yml",
      wrong: "smtp_password: 'w7Qz" + "k2Vx9rTm4bLp'",
      right: "smtp_password: ${SMTP_PASSWORD}"),
    .leak(.likelySecret))
}
