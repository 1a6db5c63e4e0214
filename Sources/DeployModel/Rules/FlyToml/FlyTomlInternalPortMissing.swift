extension Rule {
  static let flyTomlInternalPortMissing = Rule(
    "FC930", "fly-toml-internal-port-missing", .error,
    "Every service says on which port the application listens",
    rationale: """
      flyctl sends no port then, and Fly.io takes 8080. If the application listens elsewhere no \
      request arrives, and flyctl asks for one that listens on port 0.
      """,
    reference: "https://github.com/superfly/flyctl/issues/2387", protects: .platform,
    example: .flyToml(
      at: "[http_service]", wrong: "[http_service]\nforce_https = true",
      right: "[http_service]\ninternal_port = 8080\nforce_https = true"),
    .flyToml { file, report in
      for service in file.services where !file.isPartOfHTTPService(service) {
        // Zero is what flyctl takes for none.
        let port = service.table.integer("internal_port")
        guard port?.content == 0 || !service.table.has("internal_port") else { continue }
        report.add(
          "\(service.label) has no internal_port",
          help: "write internal_port = \(file.listeningPort), the port on which the application "
            + "listens",
          at: port?.span ?? service.table.span)
      }
    })
}

extension FlyConfiguration {
  /// The port on which the application may listen: that of the variable PORT, or the usual one.
  fileprivate var listeningPort: Int {
    let variable = root.namedTexts("env").first { $0.name == "PORT" }
    let port = variable.flatMap { Int($0.value.content) } ?? 8080
    return TCPAddress.ports.contains(port) ? port : 8080
  }
}
