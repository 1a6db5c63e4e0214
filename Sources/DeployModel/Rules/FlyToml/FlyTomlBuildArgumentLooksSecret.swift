import Documents

extension Rule {
  static let flyTomlBuildArgumentLooksSecret = Rule(
    "FC982", "fly-toml-build-argument-looks-secret", .warning,
    "No argument of the build holds what looks like a secret",
    rationale: """
      Arguments of the build stand in the repository, and in the history of the image too: who \
      can pull it can read them.
      """,
    reference: "https://fly.io/docs/apps/build-secrets/",
    protects: .secret,
    precision: .byForm,
    example: .flyToml(
      at: "REGISTRY",
      wrong: "[build.args]\nREGISTRY = 'https://ci:8rT-vW4q@npm.example.com'",
      right: "[build.args]\nREGISTRY = 'https://npm.example.com'"),
    .flyToml { file, report in
      for (name, value) in file.root.table("build")?.namedTexts("args") ?? [] {
        guard let shape = SecretShape.find(in: value.content) else { continue }
        report.add(
          "the build argument \(Quoted(name)) looks like \(shape.kind)",
          help: "replace it at its service, and give the new one with `fly deploy --build-secret`",
          at: value)
      }
    })
}
