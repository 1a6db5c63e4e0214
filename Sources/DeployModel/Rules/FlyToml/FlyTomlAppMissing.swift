extension Rule {
  static let flyTomlAppMissing = Rule(
    "FC920", "fly-toml-app-missing", .warning, "The file names its application",
    rationale: """
      Without a name every command needs `--app`, and whoever forgets it in a folder of several \
      files deploys to whatever FLY_APP says.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-app-name",
    example: .flyToml(
      at: "app = ''", wrong: "app = ''", right: "app = 'shop'"),
    .flyToml { file, report in
      let name = file.root.text("app")
      guard name?.content.isEmpty ?? true else { return }
      report.add(
        "the file names no application", help: "write app = \"NAME\" in its first line",
        at: name?.span ?? file.document.start)
    })
}
