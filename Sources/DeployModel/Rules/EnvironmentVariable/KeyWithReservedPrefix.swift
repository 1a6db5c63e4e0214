import Documents

extension Rule {
  static let keyWithReservedPrefix = Rule(
    "FC202", "key-with-reserved-prefix", .error,
    "A variable's key does not begin with FLY_",
    rationale: """
      Fly.io keeps these names to itself and sets them in every machine: a value of one's own \
      would clash with the platform's.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-env-variables-section",
    protects: .platform,
    example: .fields(
      .variables, at: "key",
      wrong: #"{ "key": "FLY_REGION_NAME" }"#,
      right: #"{ "key": "REGION_NAME" }"#),
    .eachVariable { variable, report in
      let key = try variable.key.get()
      guard VariableKey.hasReservedPrefix(key) else { return }
      let proposal = (try? VariableKey(String(key.dropFirst(4))))?.text
      report.add(
        \.key, "\(variable.shownName) begins with 'FLY_', which Fly.io keeps to itself",
        help: proposal.map { "write '\($0)', and read that name in the application" }
          ?? "choose a name that begins otherwise")
    })
}
