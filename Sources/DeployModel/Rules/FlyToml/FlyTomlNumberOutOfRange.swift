import Documents

extension Rule {
  static let flyTomlNumberOutOfRange = Rule(
    "FC941", "fly-toml-number-out-of-range", .error,
    "No count, limit or level is outside what it can be",
    rationale: """
      There is no negative number of machines, of seconds or of requests, and no level of \
      compression above 9. flyctl or Fly.io refuses the file, or what comes of it is not known.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "compression_level = 12", wrong: "[build]\ncompression_level = 12",
      right: "[build]\ncompression_level = 9"),
    .flyToml { file, report in
      let levels = PlatformLimits.compressionLevel.value
      if let level = file.root.table("build")?.integer("compression_level"),
        !levels.contains(level.content)
      {
        report.add(
          "compression_level is \(level.content), expected "
            + "\(levels.lowerBound) to \(levels.upperBound)",
          help: "write \(levels.nearest(to: level.content))", at: level)
      }
      for (table, key) in file.placesOfCounts {
        guard let number = table.number(key), number.content < 0 else { continue }
        report.add(
          "\(key) is \(file.document.source.text(of: number.span)), expected 0 or more", at: number)
      }
    })
}

extension FlyConfiguration {
  /// The tables and keys under which numbers stand that cannot be negative.
  fileprivate var placesOfCounts: [(table: FlyTable, key: String)] {
    let services = services.map { ($0.table, "min_machines_running") }
    let limits = self.services.compactMap { $0.table.table("concurrency") }.flatMap { limits in
      [(limits, "soft_limit"), (limits, "hard_limit")]
    }
    let times = self.services.flatMap(\.httpOptions).flatMap { options in
      [(options, "idle_timeout"), (options, "headers_read_timeout")]
    }
    let deploy = root.table("deploy").map { [($0, "max_unavailable")] } ?? []
    return services + limits + times + deploy
  }
}

extension FlyServiceTable {
  /// What Fly Proxy does with the service's requests, for each of its ports.
  var httpOptions: [FlyTable] { ([table] + ports).compactMap { $0.table("http_options") } }
}
