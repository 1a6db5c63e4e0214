import Documents

extension Rule {
  static let keyRefusedByPlatform = Rule(
    "FC218", "key-refused-by-platform", .error,
    "A variable's key has only letters, digits and underscores",
    rationale: """
      Fly.io refuses any other name for a secret, and no shell can read a variable that is \
      called otherwise.
      """,
    reference: "https://github.com/superfly/flyctl/issues/3002",
    protects: .platform,
    example: .fields(
      .variables, at: "key",
      wrong: #"{ "key": "UPLOAD-LIMIT" }"#,
      right: #"{ "key": "UPLOAD_LIMIT" }"#),
    .eachVariable { variable, report in
      let key = try variable.key.get()
      guard !VariableKey.isPlatformName(key), !VariableKey.hasReservedPrefix(key) else { return }
      do throws(MalformedValue) {
        _ = try VariableKey(key)
      } catch {
        report.add(\.key, error.reason, help: error.help)
      }
    })
}
