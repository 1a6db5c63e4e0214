extension Rule {
  static let flyTomlFileWithSeveralContents = Rule(
    "FC987", "fly-toml-file-with-several-contents", .warning,
    "A file's content comes from one place",
    rationale: """
      flyctl takes local_path before secret_name, and that before raw_value. What else is written \
      does nothing.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/config.go",
    example: .flyToml(
      at: "raw_value = 'mode=dark'",
      wrong: """
        [[files]]
        guest_path = '/etc/app.conf'
        local_path = 'app.conf'
        raw_value = 'mode=dark'
        """,
      right: "[[files]]\nguest_path = '/etc/app.conf'\nlocal_path = 'app.conf'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        guard let counted = one.contents.first else { continue }
        for key in one.contents.dropFirst() {
          report.add(
            "'\(key)' has no effect: '\(counted)' says what the file holds",
            help: "remove one of them", at: one.place(of: key), fix: .removal)
        }
      }
    })
}
