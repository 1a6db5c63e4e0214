extension Rule {
  static let flyTomlServiceWithoutPublicPort = Rule(
    "FC934", "fly-toml-service-without-public-port", .warning,
    "Every [[services]] has a public port",
    rationale: """
      Nothing reaches a service without one, neither from the internet nor by Flycast, and flyctl \
      says that it will refuse such files. The private network needs no service at all.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-ports",
    example: .flyToml(
      at: "[[services]]", wrong: "[[services]]\nprotocol = 'tcp'\ninternal_port = 8080",
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
        guard !service.ports.isEmpty else {
          if service.table.hasValue("ports") || !service.table.has("ports") {
            report.add(
              "[[services]] has no public port",
              help: "add [[services.ports]] with a port and its handlers, or remove the service "
                + "if only the private network is to reach it",
              at: service.table.span)
          }
          continue
        }
        for port in service.ports where !port.has("port") && !port.hasRange {
          report.add(
            "[[services.ports]] names no port", help: "write port, or start_port and end_port",
            at: port.span)
        }
      }
    })
}

extension FlyTable {
  fileprivate var hasRange: Bool { has("start_port") && has("end_port") }
}
