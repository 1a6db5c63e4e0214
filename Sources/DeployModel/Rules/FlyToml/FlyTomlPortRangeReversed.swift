extension Rule {
  static let flyTomlPortRangeReversed = Rule(
    "FC932", "fly-toml-port-range-reversed", .error,
    "A range of ports ends where it starts or behind it",
    rationale: "A range that ends before it starts has no port in it: nothing can be reached.",
    reference: "https://fly.io/docs/reference/configuration/#services-ports",
    protects: .platform,
    example: .flyToml(
      at: "end_port = 8080",
      wrong: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        start_port = 8085
        end_port = 8080
        """,
      right: """
        [[services]]
        protocol = 'tcp'
        internal_port = 8080

        [[services.ports]]
        start_port = 8080
        end_port = 8085
        """),
    .flyToml { file, report in
      for port in file.services.flatMap(\.ports) {
        guard let start = port.integer("start_port"), let end = port.integer("end_port"),
          end.content < start.content
        else { continue }
        report.add(
          "end_port is \(end.content), which is below the start_port \(start.content)",
          help: "write start_port = \(end.content) and end_port = \(start.content)", at: end)
      }
    })
}
