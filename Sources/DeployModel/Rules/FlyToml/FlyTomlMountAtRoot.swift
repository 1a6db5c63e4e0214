extension Rule {
  static let flyTomlMountAtRoot = Rule(
    "FC968", "fly-toml-mount-at-root", .error, "No volume is mounted at /",
    rationale: """
      A volume over the root would hide the whole image, and Fly.io refuses the machine; \
      `fly config validate` does not look.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    protects: .platform,
    example: .flyToml(
      at: "destination = '/'", wrong: "[[mounts]]\nsource = 'data'\ndestination = '/'",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'"),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        guard let destination = mount.written("destination"),
          destination.content.allSatisfy({ $0 == "/" })
        else { continue }
        report.add(
          "a volume cannot be mounted at '/', over the whole image",
          help: "write a folder of its own, such as '/data'", at: destination)
      }
    })
}
