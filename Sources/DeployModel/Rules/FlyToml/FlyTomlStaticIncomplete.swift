extension Rule {
  static let flyTomlStaticIncomplete = Rule(
    "FC990", "fly-toml-static-incomplete", .warning,
    "Static files have a folder and the paths under which they are served",
    rationale: """
      flyctl asks for both of guest_path and url_prefix, and does not look whether they are \
      there: without one of them nothing is served.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-statics-sections",
    example: .flyToml(
      at: "[[statics]]", wrong: "[[statics]]\nguest_path = '/app/public'",
      right: "[[statics]]\nguest_path = '/app/public'\nurl_prefix = '/public'"),
    .flyToml { file, report in
      for one in file.root.tables("statics") {
        let examples = ["guest_path": "/app/public", "url_prefix": "/public"]
        for (key, example) in examples.sorted(by: { $0.key < $1.key }) {
          guard !one.has(key) || one.text(key)?.content == "" else { continue }
          report.add(
            "these static files have no \(key)", help: "write \(key) = \"\(example)\", or the like",
            at: one.place(of: key))
        }
      }
    })
}
