/// A health check of a fly.toml, wherever it stands.
package struct FlyCheck: Sendable {
  package enum Kind: Sendable { case http, tcp }

  package let table: FlyTable
  /// Nothing where `[checks.NAME]` does not say it.
  package let kind: Kind?
  /// Whether it is one of `[checks]`, which do not route requests.
  package let isTopLevel: Bool

  init(_ table: FlyTable, of service: Kind) {
    self.table = table
    kind = service
    isTopLevel = false
  }

  init(topLevel table: FlyTable) {
    self.table = table
    kind =
      switch table.text("type")?.content {
      case "http": .http
      case "tcp": .tcp
      default: nil
      }
    isTopLevel = true
  }

  /// A duration that was meant: what is shorter than a millisecond comes from a bare number,
  /// which the reader reports by itself.
  package func time(_ key: String) -> FlyTable.Value<FlyDuration>? {
    guard let value = table.duration(key) else { return nil }
    let nanoseconds = value.content.nanoseconds
    return nanoseconds > 0 && nanoseconds < 1_000_000 ? nil : value
  }
}

extension FlyConfiguration {
  /// The checks of all services and those of `[checks]`.
  package var checks: [FlyCheck] {
    services.flatMap(\.checks) + root.namedTables("checks").map { FlyCheck(topLevel: $0.table) }
  }
}

extension FlyServiceTable {
  /// The checks that take its machines out of routing.
  package var checks: [FlyCheck] {
    guard !isHTTP else { return table.tables("checks").map { FlyCheck($0, of: .http) } }
    return table.tables("tcp_checks").map { FlyCheck($0, of: .tcp) }
      + table.tables("http_checks").map { FlyCheck($0, of: .http) }
  }
}
