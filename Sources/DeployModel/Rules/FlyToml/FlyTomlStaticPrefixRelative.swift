import Documents

extension Rule {
  static let flyTomlStaticPrefixRelative = Rule(
    "FC992", "fly-toml-static-prefix-relative", .warning,
    "The paths of static files begin with a slash",
    rationale: """
      The path of a request begins with a slash: a prefix without one is the beginning of none, \
      and every request goes to the application.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-statics-sections",
    example: .flyToml(
      at: "url_prefix = 'public'",
      wrong: "[[statics]]\nguest_path = '/app/public'\nurl_prefix = 'public'",
      right: "[[statics]]\nguest_path = '/app/public'\nurl_prefix = '/public'"),
    .flyToml { file, report in
      for one in file.root.tables("statics") {
        guard let prefix = one.written("url_prefix"), !prefix.content.hasPrefix("/"),
          !TemplateText.isFound(in: prefix.content)
        else { continue }
        report.add(
          "url_prefix \(Quoted(prefix.content)) does not begin with '/'",
          help: "write \(Quoted("/" + prefix.content))", at: prefix)
      }
    })
}
