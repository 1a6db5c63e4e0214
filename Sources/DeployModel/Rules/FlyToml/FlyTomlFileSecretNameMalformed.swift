import Documents

extension Rule {
  static let flyTomlFileSecretNameMalformed = Rule(
    "FC989", "fly-toml-file-secret-name-malformed", .warning,
    "secret_name is a name that a secret can have",
    rationale: """
      Fly.io takes letters, digits and underscores in the name of a secret and nothing else: \
      there is no secret of another name to make the file of.
      """,
    reference: "https://github.com/superfly/flyctl/issues/3002",
    example: .flyToml(
      at: "secret_name = 'app.key'",
      wrong: "[[files]]\nguest_path = '/etc/app.key'\nsecret_name = 'app.key'",
      right: "[[files]]\nguest_path = '/etc/app.key'\nsecret_name = 'APP_KEY'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        guard let name = one.written("secret_name"), !VariableKey.isPlatformName(name.content),
          !TemplateText.isFound(in: name.content)
        else { continue }
        let proposal = String(
          name.content.map { VariableKey.isPlatformName(String($0)) ? $0 : "_" }
        ).uppercased()
        report.add(
          "no secret can have the name \(Quoted(name.content))",
          help: "set it as \(Quoted(proposal)), in base64, and write that name", at: name)
      }
    })
}
