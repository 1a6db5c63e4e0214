extension Rule {
  static let flyTomlFileWithoutPath = Rule(
    "FC984", "fly-toml-file-without-path", .error, "Every file has a path in the machine",
    rationale: """
      `fly config validate` does not ask where a file is to be put; the machine cannot be made \
      without it.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-files-section",
    protects: .platform,
    example: .flyToml(
      at: "[[files]]", wrong: "[[files]]\nlocal_path = 'app.conf'",
      right: "[[files]]\nguest_path = '/etc/app.conf'\nlocal_path = 'app.conf'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        guard !one.has("guest_path") || one.text("guest_path")?.content == "" else { continue }
        report.add(
          "the file has no path in the machine",
          help: "write where it is to be put, such as guest_path = \"/etc/app.conf\"",
          at: one.place(of: "guest_path"))
      }
    })
}
