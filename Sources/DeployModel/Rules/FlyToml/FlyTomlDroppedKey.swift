extension Rule {
  static let flyTomlDroppedKey = Rule(
    "FC904", "fly-toml-dropped-key", .warning, "No key is one that has no effect any more",
    rationale: """
      Some keys are found in many files and do nothing: they belonged to an older platform, or to \
      another tool, or never existed. flyctl drops them without a word.
      """,
    reference: "https://fly.io/docs/reference/configuration/",
    example: .flyToml(
      at: "restart_limit = 6",
      wrong: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        port = 80

        [[services.tcp_checks]]
        interval = '15s'
        restart_limit = 6
        """,
      right: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        port = 80

        [[services.tcp_checks]]
        interval = '15s'
        """),
    .readingFlyToml(.flyDroppedKey))
}
