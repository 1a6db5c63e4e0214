extension Rule {
  static let flyTomlMountWithoutSource = Rule(
    "FC970", "fly-toml-mount-without-source", .warning, "Every volume has a name",
    rationale: """
      flyctl finds an application's volume by its name, and makes one of that name where there \
      is none.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    example: .flyToml(
      at: "[[mounts]]", wrong: "[[mounts]]\ndestination = '/data'",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'"),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        guard !mount.has("source") || mount.text("source")?.content == "" else { continue }
        report.add(
          "the volume has no name", help: "write one, such as source = \"data\"",
          at: mount.place(of: "source"))
      }
    })
}
