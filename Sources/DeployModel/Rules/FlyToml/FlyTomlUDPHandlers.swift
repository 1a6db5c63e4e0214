extension Rule {
  static let flyTomlUDPHandlers = Rule(
    "FC937", "fly-toml-udp-handlers", .warning, "The ports of a service by udp have no handlers",
    rationale: """
      Handlers are what Fly Proxy does with a connection. Packets by udp are passed on as they \
      are: there is no connection, and no TLS, to handle.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-ports",
    example: .flyToml(
      at: "handlers = ['tls']",
      wrong: """
        [[services]]
        protocol = 'udp'
        internal_port = 5000

        [[services.ports]]
        port = 5000
        handlers = ['tls']
        """,
      right: """
        [[services]]
        protocol = 'udp'
        internal_port = 5000

        [[services.ports]]
        port = 5000
        """),
    .flyToml { file, report in
      for port in file.services.filter(\.isUDP).flatMap(\.ports) {
        guard let handlers = port.texts("handlers"), !handlers.isEmpty else { continue }
        report.add(
          "handlers have no effect on a port of a service by udp",
          help: "remove them, or write protocol = \"tcp\" in the service",
          at: port.place(of: "handlers"))
      }
    })
}
