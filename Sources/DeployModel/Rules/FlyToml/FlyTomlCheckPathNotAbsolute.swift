import Documents

extension Rule {
  static let flyTomlCheckPathNotAbsolute = Rule(
    "FC954", "fly-toml-check-path-not-absolute", .warning,
    "The path of a check begins with a slash",
    rationale: """
      It stands in the first line of an http request, where a path begins with a slash. Many \
      servers answer anything else with an error, and the check fails.
      """,
    reference: "https://www.rfc-editor.org/rfc/rfc9112#section-3.2.1",
    example: .flyToml(
      at: "path = 'health'",
      wrong: "[checks.alive]\ntype = 'http'\nport = 8080\npath = 'health'",
      right: "[checks.alive]\ntype = 'http'\nport = 8080\npath = '/health'"),
    .flyToml { file, report in
      for check in file.checks where check.kind != .tcp {
        guard let path = check.table.text("path"), !path.content.isEmpty,
          !path.content.hasPrefix("/")
        else { continue }
        let isURL = path.content.contains("://")
        report.add(
          "the path \(Quoted(path.content)) does not begin with a slash",
          help: isURL
            ? "write the path alone, without scheme and host" : "write a slash before it",
          at: path, fix: isURL ? nil : .value(.text("/" + path.content)))
      }
    })
}
