extension Rule {
  static let flyTomlOptionWithoutHandler = Rule(
    "FC944", "fly-toml-option-without-handler", .warning,
    "A port has the handler whose options it sets",
    rationale: """
      Options say how a handler of Fly Proxy works. Without the handler the connection is passed \
      on as it is: no TLS version is refused, no header is set.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-ports-tls_options",
    example: .flyToml(
      at: "tls_options",
      wrong: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        port = 443
        tls_options = { versions = ['TLSv1.3'] }
        """,
      right: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        port = 443
        handlers = ['tls']
        tls_options = { versions = ['TLSv1.3'] }
        """),
    .flyToml { file, report in
      let options = [
        ("tls_options", ["tls", "pg_tls"]), ("http_options", ["http"]),
        ("proxy_proto_options", ["proxy_proto"]),
      ]
      for service in file.services where !service.isUDP {
        for port in service.ports {
          guard let handlers = port.knownHandlers else { continue }
          for (key, wanted) in options where !handlers.contains(where: wanted.contains) {
            guard let table = port.table(key), !table.isEmpty else { continue }
            report.add(
              "\(key) has no effect on a port without the handler \(wanted[0])",
              help: "add \"\(wanted[0])\" to its handlers, or remove \(key)",
              at: port.place(of: key))
          }
        }
      }
    })
}
