import Documents

extension Rule {
  static let flyTomlEnvReserved = Rule(
    "FC977", "fly-toml-env-reserved", .warning, "No variable in [env] begins with FLY_",
    rationale: """
      Fly.io keeps these names to itself and sets them in every machine: a value of one's own \
      would clash with the platform's, now or later.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-env-variables-section",
    example: .flyToml(
      at: "FLY_MODE = 'dark'", wrong: "[env]\nFLY_MODE = 'dark'", right: "[env]\nMODE = 'dark'"),
    .flyToml { file, report in
      for (name, value) in file.root.namedTexts("env") where VariableKey.hasReservedPrefix(name) {
        report.add(
          "\(Quoted(name)) begins with 'FLY_', which Fly.io keeps to itself",
          help: "choose a name that begins otherwise, and read that in the application",
          at: value.keySpan)
      }
    })
}
