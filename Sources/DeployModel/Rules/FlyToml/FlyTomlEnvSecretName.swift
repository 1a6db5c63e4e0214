import Documents

extension Rule {
  static let flyTomlEnvSecretName = Rule(
    "FC980", "fly-toml-env-secret-name", .warning, "No variable in [env] has a secret's name",
    rationale: """
      A short password has no form by which it could be recognized; its name is the only sign \
      that it should not stand in the repository.
      """,
    reference: "https://fly.io/docs/apps/secrets/", protects: .secret,
    precision: .byLikeness,
    example: .flyToml(
      at: "SMTP_PASSWORD", wrong: "[env]\nSMTP_PASSWORD = 'tulip-7'",
      right: "[env]\nSMTP_USER = 'harbour'"),
    .flyToml { file, report in
      for (name, value) in file.root.namedTexts("env") {
        let text = ASCII.trimmed(value.content)
        guard SecretKeyName.guards(text, under: name), !text.isEmpty,
          SecretShape.find(in: text) == nil,
          !TemplateText.isFound(in: text), !isPublic(name.uppercased()), !isPath(text)
        else { continue }
        report.add(
          "\(Quoted(name)) has the name of a secret, and its value stands in the open",
          help: "set it with `fly secrets set`, a new one if this is in use, and remove the line",
          at: value.keySpan)
      }
    })

  /// Keys for browsers are made to be seen.
  private static func isPublic(_ name: String) -> Bool {
    let words = name.split(separator: "_")
    return words.contains("PUBLIC") || words.contains("PUBLISHABLE")
      || name.hasPrefix("VITE_") || name.hasPrefix("REACT_APP_")
  }

  /// The place of a secret is none.
  private static func isPath(_ text: String) -> Bool {
    ["/", "./", "file:"].contains(where: text.hasPrefix)
  }
}
