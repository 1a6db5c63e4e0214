extension Rule {
  static let flyTomlVolumeInMachine = Rule(
    "FC960", "fly-toml-volume-in-machine", .error, "No volume stands inside of [[vm]]",
    rationale: """
      flyctl drops `[[vm.mounts]]` without a word: the machine has no volume, and what the \
      application writes there is gone with the next deployment.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-mounts-section",
    protects: .platform,
    example: .flyToml(
      at: "[[vm.mounts]]",
      wrong: """
        [[vm]]
        size = 'shared-cpu-1x'

        [[vm.mounts]]
        source = 'data'
        destination = '/data'
        """,
      right: """
        [[mounts]]
        source = 'data'
        destination = '/data'

        [[vm]]
        size = 'shared-cpu-1x'
        """),
    .readingFlyToml(.flyVolumeOfMachine))
}
