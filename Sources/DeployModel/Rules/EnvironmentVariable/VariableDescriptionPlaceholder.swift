import Documents

extension Rule {
  static let variableDescriptionPlaceholder = Rule(
    "FC222", "variable-description-placeholder", .warning,
    "A variable's description says what the variable is for",
    rationale: """
      Whoever has to set the value next year knows only what is written here.
      """,
    reference: "data model, Core Entities, EnvironmentVariable, description: variable purpose",
    precision: .byLikeness,
    example: .fields(
      .variables, at: "description",
      wrong: #"{ "description": "TODO" }"#,
      right: #"{ "description": "Days for which uploads are kept" }"#),
    .eachVariable { variable, report in
      let text = try variable.description.get()
      guard let placeholder = PlaceholderText.find(in: text) else { return }
      report.add(
        \.description,
        text.isBlank
          ? "the description of \(variable.shownName) is empty"
          : "the description of \(variable.shownName) has the placeholder "
            + "\(Quoted(placeholder.text))",
        help: "write what the application uses the variable for")
    })
}
