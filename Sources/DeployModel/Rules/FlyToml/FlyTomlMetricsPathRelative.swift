import Documents

extension Rule {
  static let flyTomlMetricsPathRelative = Rule(
    "FC998", "fly-toml-metrics-path-relative", .warning, "The path of metrics begins with a slash",
    rationale: "It is the path of a request by HTTP, and every such path begins with a slash.",
    reference: "https://fly.io/docs/reference/configuration/#the-metrics-section",
    example: .flyToml(
      at: "path = 'metrics'", wrong: "[metrics]\nport = 9091\npath = 'metrics'",
      right: "[metrics]\nport = 9091\npath = '/metrics'"),
    .flyToml { file, report in
      for metrics in file.root.tables("metrics") {
        guard let path = metrics.written("path"), !path.content.hasPrefix("/"),
          !TemplateText.isFound(in: path.content)
        else { continue }
        report.add(
          "the path of metrics \(Quoted(path.content)) does not begin with '/'",
          help: "write \(Quoted("/" + path.content))", at: path)
      }
    })
}
