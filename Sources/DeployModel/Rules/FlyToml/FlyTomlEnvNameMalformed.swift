import Documents

extension Rule {
  static let flyTomlEnvNameMalformed = Rule(
    "FC978", "fly-toml-env-name-malformed", .warning,
    "Every variable in [env] has a name of letters, digits and underscores",
    rationale: """
      No shell can read a variable of another name, and Fly.io refuses such a name for a secret, \
      should it become one.
      """,
    reference: "https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html",
    example: .flyToml(
      at: "LOG-LEVEL = 'info'", wrong: "[env]\nLOG-LEVEL = 'info'",
      right: "[env]\nLOG_LEVEL = 'info'"),
    .flyToml { file, report in
      for (name, value) in file.root.namedTexts("env") {
        let beginsWithDigit = name.utf8.first.map(ASCII.isDigit) ?? false
        guard !VariableKey.isPlatformName(name) || beginsWithDigit else { continue }
        // A line of a .env file may stand there whole: what may be a value is not shown.
        let shown = name.prefix { $0 != "=" }
        let written = String(shown.map { VariableKey.isPlatformName(String($0)) ? $0 : "_" })
        report.add(
          "\(Quoted(String(shown))) is no name that a shell can read",
          help: written.isEmpty || beginsWithDigit
            ? "use letters, digits and underscores, and begin with a letter"
            : "write '\(written)'", at: value.keySpan)
      }
    })
}
