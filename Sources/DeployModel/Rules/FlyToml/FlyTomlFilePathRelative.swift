import Documents

extension Rule {
  static let flyTomlFilePathRelative = Rule(
    "FC985", "fly-toml-file-path-relative", .error,
    "A file's path in the machine is an absolute one",
    rationale: """
      A machine has no folder to which the path could be relative, and Fly.io refuses it when \
      the machine is made.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-files-section",
    protects: .platform,
    example: .flyToml(
      at: "guest_path = 'app.conf'",
      wrong: "[[files]]\nguest_path = 'app.conf'\nlocal_path = 'app.conf'",
      right: "[[files]]\nguest_path = '/etc/app.conf'\nlocal_path = 'app.conf'"),
    .flyToml { file, report in
      for one in file.root.tables("files") {
        guard let path = one.written("guest_path"), !path.content.hasPrefix("/"),
          !TemplateText.isFound(in: path.content)
        else { continue }
        report.add(
          "guest_path \(Quoted(path.content)) is no absolute path",
          help: "begin it with '/'", at: path)
      }
    })
}
