extension Rule {
  static let flyTomlFileWithoutContent = Rule(
    "FC986", "fly-toml-file-without-content", .error, "Every file says what it holds",
    rationale: """
      One of local_path, secret_name and raw_value says what is in a file, and flyctl takes an \
      empty one for none.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-files-section",
    protects: .platform,
    example: .flyToml(
      at: "[[files]]", wrong: "[[files]]\nguest_path = '/etc/app.conf'",
      right: "[[files]]\nguest_path = '/etc/app.conf'\nlocal_path = 'app.conf'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        let isUnreadable = FileContent.keys.contains { one.has($0) && one.text($0) == nil }
        guard one.contents.isEmpty, !isUnreadable else { continue }
        report.add(
          "nothing says what the file holds",
          help: "write local_path, secret_name or raw_value", at: one.span)
      }
    })
}

/// What says what a file holds.
enum FileContent {
  /// In the order in which flyctl looks at them.
  ///
  /// Source: https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/config.go
  static let keys = ["local_path", "secret_name", "raw_value"]
}

extension FlyTable {
  /// Those keys of a `[[files]]` that say what it holds; the first of them counts.
  var contents: [String] { FileContent.keys.filter { written($0) != nil } }
}
