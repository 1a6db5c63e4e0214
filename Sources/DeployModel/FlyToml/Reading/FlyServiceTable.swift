/// A service of a fly.toml in either of its forms, as flyctl makes one list of both.
package struct FlyServiceTable: Sendable {
  package let table: FlyTable
  /// Whether it is `[http_service]`, which is on the ports 80 and 443.
  package let isHTTP: Bool

  /// How messages call it.
  package var label: String { isHTTP ? "[http_service]" : "[[services]]" }

  /// The entries of its public ports; none for `[http_service]`, which needs none.
  package var ports: [FlyTable] { isHTTP ? [] : table.tables("ports") }

  package var isUDP: Bool { !isHTTP && table.text("protocol")?.content == "udp" }

  /// Whether its machines are stopped when they have nothing to do.
  package var stopsMachines: Bool {
    table.text("auto_stop_machines").map { $0.content != "off" } ?? false
  }
}

extension FlyConfiguration {
  /// `[http_service]` and then each of `[[services]]`; flyctl drops empty ones of the latter.
  package var services: [FlyServiceTable] {
    let http = httpService.map { [FlyServiceTable(table: $0, isHTTP: true)] } ?? []
    let others = root.tables("services").filter { !$0.isEmpty }
    return http + others.map { FlyServiceTable(table: $0, isHTTP: false) }
  }

  package var httpService: FlyTable? { root.table("http_service") }

  /// Whether a `[[services]]` is only there because something was written under that name which
  /// belongs to `[http_service]`: it has no public port and no port of its own in the machine.
  package func isPartOfHTTPService(_ service: FlyServiceTable) -> Bool {
    guard let httpService, !service.isHTTP, !service.table.has("ports") else { return false }
    guard service.table.has("internal_port") else { return true }
    let port = service.table.integer("internal_port")?.content
    return port != nil && port == httpService.integer("internal_port")?.content
  }
}
