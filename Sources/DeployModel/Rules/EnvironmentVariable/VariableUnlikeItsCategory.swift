import Documents

extension Rule {
  static let variableUnlikeItsCategory = Rule(
    "FC209", "variable-unlike-its-category", .warning,
    "A variable is required and secret as its category is meant to be",
    rationale: """
      A category tells readers what to expect: the application cannot start without a database, \
      api or system variable, and a feature flag is no secret. Fields that are left out are true.
      """,
    reference: "data model, Configuration Templates, Environment Variable Categories",
    precision: .byLikeness,
    example: .fields(
      .variables, at: "required",
      wrong: #"{ "category": "feature_flag", "required": true }"#,
      right: #"{ "category": "feature_flag", "required": false }"#),
    .eachVariable { variable, report in
      let category = try variable.category.get()
      let policy = VariablePolicy(for: category)
      if let required = variable.required.value, required != policy.required {
        report.add(
          \.required,
          "\(variable.shownName) has the category '\(category.rawValue)' "
            + "and is \(required ? "required" : "not required")",
          help: "set 'required' to \(policy.required), or choose another category", orAt: \.category
        )
      }
      guard !policy.isSecret, try variable.isSecret.get() else { return }
      switch try variable.encryptedValue.get() {
      // Which of the two is wrong, the mark or the readable text, is another rule's finding.
      case .plain, .unrecognized: return
      case .sealed, .reference, .unset, .destroyed: break
      }
      report.add(
        \.isSecret, "\(variable.shownName) has the category '\(category.rawValue)' and is secret",
        help: "choose the category 'api' or 'database', or set 'is_secret' to false "
          + "if anyone may know it", orAt: \.category)
    })
}
