extension Rule {
  static let flyTomlEmptyText = Rule(
    "FC927", "fly-toml-empty-text", .warning, "Every text that is written says something",
    rationale: """
      flyctl takes an empty text for none: the setting has its default, and whoever reads the \
      file thinks that it was decided.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .flyToml(
      at: "primary_region = ''", wrong: "primary_region = ''", right: "primary_region = 'fra'"),
    .flyToml { file, report in
      look(at: file.root, FlyTomlKeys.root, &report)
    })

  private static func look(
    at table: FlyTable, _ section: FlySection, _ report: inout FlyTomlReport
  ) {
    for key in section.keys {
      switch key.type {
      case .text, .word:
        guard let text = table.text(key.name), text.content.isEmpty, !needed.contains(key.name)
        else { continue }
        report.add(
          "'\(key.name)' is empty, which is as good as none",
          help: "write what it is to be, or remove it", at: text.keySpan, fix: .removal)
      case .table(let inner), .limits(let inner):
        if let one = table.table(key.name) { look(at: one, inner, &report) }
      case .tables(let inner, _):
        for one in table.tables(key.name) { look(at: one, inner, &report) }
      case .namedTables(let inner):
        for one in table.namedTables(key.name) { look(at: one.table, inner, &report) }
      default: continue
      }
    }
  }

  /// Those that must be there: that they are missing is found by rules of their own.
  private static let needed: Set = [
    "app", "destination", "guest_path", "policy", "protocol", "source", "type", "url_prefix",
  ]
}
