extension Rule {
  static let flyTomlStopWithoutStart = Rule(
    "FC943", "fly-toml-stop-without-start", .warning,
    "Machines that are stopped by themselves are started by themselves",
    rationale: """
      Fly Proxy stops machines that have nothing to do. If it may not start them again, they stay \
      stopped, and once most of them are, requests fail.
      """,
    reference: "https://fly.io/docs/launch/autostop-autostart/",
    example: .flyToml(
      at: "auto_start_machines = false",
      wrong: """
        [http_service]
        internal_port = 8080
        auto_stop_machines = 'stop'
        auto_start_machines = false
        """,
      right: """
        [http_service]
        internal_port = 8080
        auto_stop_machines = 'stop'
        auto_start_machines = true
        """),
    .flyToml { file, report in
      for service in file.services where service.stopsMachines && !service.isUDP {
        guard let starts = service.table.boolean("auto_start_machines"), !starts.content
        else { continue }
        report.add(
          "machines are stopped when they have nothing to do, and never started again",
          help: "write auto_start_machines = true, or auto_stop_machines = \"off\"", at: starts)
      }
    })
}
