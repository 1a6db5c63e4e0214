import Documents

extension Rule {
  static let secretCategoryNotSecret = Rule(
    "FC208", "secret-category-not-secret", .error,
    "Variables of the categories database and api are secret",
    rationale: """
      A database address holds its password, an api key is one. Marked as not secret, the value \
      would be rendered into fly.toml for everyone to read.
      """,
    reference: "data model, Configuration Templates, Environment Variable Categories",
    protects: .secret,
    example: .fields(
      .variables, at: "is_secret",
      wrong: #"{ "category": "database", "is_secret": false }"#,
      right: """
        { "category": "database", "is_secret": true,
          "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """),
    .eachVariable { variable, report in
      guard try !variable.isSecret.get() else { return }
      let category = try variable.category.get()
      guard VariablePolicy(for: category).isSecret else { return }
      report.add(
        \.isSecret,
        "\(variable.shownName) has the category '\(category.rawValue)' and is not secret",
        help: "set 'is_secret' to true and seal the value with `flyconf env set`, "
          + "or give what anyone may know the category 'system'")
    })
}
