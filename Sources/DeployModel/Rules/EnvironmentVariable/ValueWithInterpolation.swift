import Documents

extension Rule {
  static let valueWithInterpolation = Rule(
    "FC212", "value-with-interpolation", .warning,
    "A plain value does not rely on ${NAME} being filled in",
    rationale: """
      Fly.io passes values on as they stand: no shell looks at them, and the application reads \
      the dollar sign and the braces.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-env-variables-section",
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "plain:https://${PUBLIC_HOST}/hooks" }"#,
      right: #"{ "encrypted_value": "plain:https://harbour.fly.dev/hooks" }"#),
    .eachVariable { variable, report in
      guard case .plain(let text) = try variable.encryptedValue.get(),
        ShellReference.isFound(in: text), try !variable.isSecret.get(),
        try !variable.isPortWithoutPort
      else { return }
      report.add(
        \.encryptedValue,
        "the value of \(variable.shownName) has a '${…}' that Fly.io does not fill in",
        help: "write the whole value, or put it together in the application")
    })
}
