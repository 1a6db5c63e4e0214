import Documents

extension Rule {
  static let flyTomlMountRelative = Rule(
    "FC969", "fly-toml-mount-relative", .error, "A volume's destination is an absolute path",
    rationale: """
      A machine has no folder to which the path could be relative, and Fly.io refuses it when \
      the machine is made.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    protects: .platform,
    example: .flyToml(
      at: "destination = 'data'", wrong: "[[mounts]]\nsource = 'data'\ndestination = 'data'",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'"),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        guard let destination = mount.written("destination"),
          !destination.content.hasPrefix("/"), !TemplateText.isFound(in: destination.content)
        else { continue }
        report.add(
          "the destination \(Quoted(destination.content)) is no absolute path",
          help: "begin it with '/'", at: destination)
      }
    })
}
