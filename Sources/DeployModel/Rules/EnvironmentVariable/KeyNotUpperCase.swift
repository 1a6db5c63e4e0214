import Documents

extension Rule {
  static let keyNotUpperCase = Rule(
    "FC201", "key-not-upper-case", .error,
    "A variable's key is written in UPPER_CASE, beginning with a letter",
    rationale: """
      Programs look a variable up by its exact name. Where all names follow one convention, a \
      difference in case alone cannot keep a value from being found.
      """,
    reference: """
      data model, Validation Rules, EnvironmentVariable: key names must follow \
      UPPER_CASE_CONVENTION
      """,
    example: .fields(
      .variables, at: "key",
      wrong: #"{ "key": "featureLimit" }"#,
      right: #"{ "key": "FEATURE_LIMIT" }"#),
    .eachVariable { variable, report in
      let key = try variable.key.get()
      do throws(MalformedValue) {
        _ = try VariableKey(key)
      } catch {
        guard VariableKey.isPlatformName(key), !VariableKey.hasReservedPrefix(key) else { return }
        report.add(\.key, error.reason, help: error.help)
      }
    })
}
