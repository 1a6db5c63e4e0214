import Documents

extension Rule {
  static let exampleValueLooksSecret = Rule(
    "FC210", "example-value-looks-secret", .error,
    "An example value is not a real one",
    rationale: """
      Examples are copied out of what is at hand. A real key stays in git and is found by the \
      programs that search for keys.
      """,
    reference: """
      data model, Core Entities, EnvironmentVariable, example_value: non-sensitive example
      """,
    protects: .secret,
    precision: .byForm,
    example: .fields(
      .variables, at: "example_value",
      // In two pieces, so that no scanner stops at this file.
      wrong: #"{ "example_value": "postgres://app:8rT-"# + #"vW4q@db.internal:5432/app" }"#,
      right: #"{ "example_value": "postgres://app:<password>@db.internal:5432/app" }"#),
    .eachVariable { variable, report in
      guard let example = try variable.exampleValue.get(),
        let shape = SecretShape.find(in: example)
      else { return }
      report.add(
        \.exampleValue, "the example of \(variable.shownName) looks like \(shape.kind)",
        help: "write a stand-in such as '<key>'; replace the value at its service if it is real")
    })
}
