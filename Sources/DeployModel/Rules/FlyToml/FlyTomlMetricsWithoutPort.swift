extension Rule {
  static let flyTomlMetricsWithoutPort = Rule(
    "FC997", "fly-toml-metrics-without-port", .warning, "Metrics are read on a port",
    rationale: "Fly.io reads no metrics without it: there is no port that holds by default.",
    reference: "https://fly.io/docs/reference/configuration/#the-metrics-section",
    example: .flyToml(
      at: "[metrics]", wrong: "[metrics]\npath = '/metrics'",
      right: "[metrics]\nport = 9091\npath = '/metrics'"),
    .flyToml { file, report in
      for metrics in file.root.tables("metrics") where !metrics.has("port") {
        report.add(
          "the metrics have no port",
          help: "write the one on which the application serves them, such as port = 9091",
          at: metrics.place(of: "port"))
      }
    })
}
