extension Rule {
  static let flyTomlProtocolMissing = Rule(
    "FC933", "fly-toml-protocol-missing", .warning, "Every [[services]] says its protocol",
    rationale: """
      flyctl puts no protocol in for one that is not there, and sends an empty one to Fly.io. \
      What a service speaks should not hang on how that is read.
      """,
    reference: "https://github.com/superfly/flyctl/issues/2521",
    example: .flyToml(
      at: "[[services]]",
      wrong: """
        [[services]]
        internal_port = 8080

        [[services.ports]]
        port = 80
        handlers = ['http']
        """,
      right: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        port = 80
        handlers = ['http']
        """),
    .flyToml { file, report in
      for service in file.services where !service.isHTTP && !file.isPartOfHTTPService(service) {
        let text = service.table.text("protocol")
        guard text?.content.isEmpty ?? !service.table.has("protocol") else { continue }
        report.add(
          "[[services]] has no protocol",
          help: "write protocol = \"tcp\", or \"udp\" where it speaks that",
          at: text?.span ?? service.table.span)
      }
    })
}
