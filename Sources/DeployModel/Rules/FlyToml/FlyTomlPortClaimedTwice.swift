import Documents

extension Rule {
  static let flyTomlPortClaimedTwice = Rule(
    "FC938", "fly-toml-port-claimed-twice", .warning,
    "No two services have the same public port and protocol",
    rationale: """
      Fly Proxy knows no process groups: it spreads what arrives at a port over all machines that \
      have a service there. Two services on one port get each other's requests.
      """,
    reference: "https://github.com/superfly/docs/pull/645",
    example: .flyToml(
      at: "port = 443",
      wrong: """
        [http_service]
        internal_port = 8080

        [[services]]
        protocol = 'tcp'
        internal_port = 9090

        [[services.ports]]
        port = 443
        handlers = ['tls']
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[services]]
        protocol = 'tcp'
        internal_port = 9090

        [[services.ports]]
        port = 9443
        handlers = ['tls']
        """),
    .flyToml { file, report in
      let claims = file.services.flatMap(\.claims)
      let clashes = claims.enumerated().compactMap { index, claim in
        claims[..<index].first { $0.overlaps(claim) }.map { (claim, $0) }
      }
      guard !clashes.isEmpty else { return }
      let lines = LineIndex(file.document.source)
      for (claim, earlier) in clashes {
        let line = lines.location(of: Int(earlier.place.start)).line
        let shared = claim.ports.clamped(to: earlier.ports)
        report.add(
          "\(shared.written) is taken already, by \(earlier.owner) in line \(line)",
          help: earlier.owner == "[http_service]"
            ? "remove it here, or take another port: [http_service] has 80 and 443"
            : "remove one of them, or take another port",
          at: claim.place)
      }
    })
}

/// A range of public ports that a service has for itself.
private struct PortClaim {
  var ports: ClosedRange<Int>
  var isUDP: Bool
  var owner: String
  var place: Span

  func overlaps(_ other: PortClaim) -> Bool { isUDP == other.isUDP && ports.overlaps(other.ports) }
}

extension FlyServiceTable {
  fileprivate var claims: [PortClaim] {
    guard !isHTTP else {
      return [80, 443].map {
        PortClaim(ports: $0...$0, isUDP: false, owner: label, place: table.span)
      }
    }
    return ports.flatMap { port -> [PortClaim] in
      let single = port.integer("port").map { ($0.content...$0.content, $0.span) }
      return [single, port.range].compactMap { range in
        range.map { PortClaim(ports: $0.0, isUDP: isUDP, owner: label, place: $0.1) }
      }
    }
  }
}

extension FlyTable {
  fileprivate var range: (ClosedRange<Int>, Span)? {
    guard let start = integer("start_port"), let end = integer("end_port"),
      start.content <= end.content
    else { return nil }
    return (start.content...end.content, start.span)
  }
}

extension ClosedRange<Int> {
  fileprivate var written: String {
    lowerBound == upperBound ? "port \(lowerBound)" : "the range \(lowerBound) to \(upperBound)"
  }
}
