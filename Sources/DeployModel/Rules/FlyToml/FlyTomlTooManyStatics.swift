extension Rule {
  static let flyTomlTooManyStatics = Rule(
    "FC991", "fly-toml-too-many-statics", .warning,
    "There are no more [[statics]] than Fly.io serves",
    rationale: """
      Fly.io serves ten of them. flyctl does not count, and which of more are served is nowhere \
      said.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-statics-sections",
    example: .flyToml(
      at: "[[statics]] # 11", wrong: statics(11), right: statics(1)),
    .flyToml { file, report in
      let most = PlatformLimits.maximumStatics.value
      let tables = file.root.tables("statics")
      guard tables.count > most else { return }
      report.add(
        "there are \(tables.count) [[statics]], and Fly.io serves \(most)",
        help: "put the folders under one, or let the application serve some of them",
        at: tables[most].span)
    })

  private static func statics(_ count: Int) -> String {
    (1...count).map { number in
      """
      [[statics]] # \(number)
      guest_path = '/app/public/\(number)'
      url_prefix = '/\(number)'
      """
    }.joined(separator: "\n\n")
  }
}
