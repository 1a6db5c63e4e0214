import Documents

extension Rule {
  static let flyTomlEnvInterpolation = Rule(
    "FC981", "fly-toml-env-interpolation", .warning,
    "No variable in [env] relies on ${NAME} being filled in",
    rationale: """
      flyctl passes values on as they stand: no shell looks at them, and the application reads \
      the dollar sign and the braces.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-env-variables-section",
    example: .flyToml(
      at: "HOOK_URL", wrong: "[env]\nHOOK_URL = 'https://${HOST}/hooks'",
      right: "[env]\nHOOK_URL = 'https://shop.fly.dev/hooks'"),
    .flyToml { file, report in
      for (name, value) in file.root.namedTexts("env")
      where ShellReference.isFound(in: value.content) {
        report.add(
          "the value of \(Quoted(name)) has a '${…}' that Fly.io does not fill in",
          help: "write the whole value, or put it together in the application", at: value)
      }
    })
}
