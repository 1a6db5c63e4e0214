extension Rule {
  static let flyTomlMountWithoutDestination = Rule(
    "FC967", "fly-toml-mount-without-destination", .error, "Every volume has a destination",
    rationale: """
      `fly config validate` does not ask where a volume is to be found; the machine cannot be \
      made without it.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    protects: .platform,
    example: .flyToml(
      at: "[[mounts]]", wrong: "[[mounts]]\nsource = 'data'",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'"),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        guard !mount.has("destination") || mount.text("destination")?.content == "" else {
          continue
        }
        report.add(
          "the volume has no destination",
          help: "write where the application finds it, such as destination = \"/data\"",
          at: mount.place(of: "destination"))
      }
    })
}
