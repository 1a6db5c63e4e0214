extension Rule {
  static let flyTomlPortOutOfRange = Rule(
    "FC931", "fly-toml-port-out-of-range", .error, "Every port is one from 1 to 65535",
    rationale: """
      There are no other ports. flyctl does not look at them: the deployment fails when the first \
      machine is made, after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-ports",
    protects: .platform,
    example: .flyToml(
      at: "internal_port = 80800", wrong: "[http_service]\ninternal_port = 80800",
      right: "[http_service]\ninternal_port = 8080"),
    .flyToml { file, report in
      for (table, key) in file.placesOfPorts {
        guard let port = table.integer(key), !TCPAddress.ports.contains(port.content),
          port.content != 0 || key != "internal_port"
        else { continue }
        report.add(
          "\(key) is \(port.content), expected a port from 1 to 65535", at: port)
      }
    })
}

extension FlyConfiguration {
  /// The tables and keys under which ports may stand.
  fileprivate var placesOfPorts: [(table: FlyTable, key: String)] {
    let services = services.map { ($0.table, "internal_port") }
    let keys = ["port", "start_port", "end_port"]
    let ports = self.services.flatMap(\.ports).flatMap { port in keys.map { (port, $0) } }
    let checks = root.namedTables("checks").map { ($0.table, "port") }
    return services + ports + checks + root.tables("metrics").map { ($0, "port") }
  }
}
