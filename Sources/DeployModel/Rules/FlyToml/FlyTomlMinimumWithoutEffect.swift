extension Rule {
  static let flyTomlMinimumWithoutEffect = Rule(
    "FC942", "fly-toml-minimum-without-effect", .warning,
    "A minimum of running machines stands where machines are stopped",
    rationale: """
      min_machines_running only says at how many Fly Proxy leaves off stopping machines. It \
      neither makes nor starts any: where none are stopped, it does nothing.
      """,
    reference: "https://fly.io/docs/launch/autostop-autostart/",
    example: .flyToml(
      at: "min_machines_running = 1",
      wrong: """
        [http_service]
        internal_port = 8080
        auto_stop_machines = 'off'
        min_machines_running = 1
        """,
      right: """
        [http_service]
        internal_port = 8080
        auto_stop_machines = 'stop'
        min_machines_running = 1
        """),
    .flyToml { file, report in
      for service in file.services {
        let isWritten = service.table.has("auto_stop_machines")
        guard let minimum = service.table.integer("min_machines_running"), minimum.content > 0,
          !service.stopsMachines, service.table.hasValue("auto_stop_machines") || !isWritten
        else { continue }
        report.add(
          "min_machines_running has no effect, because auto_stop_machines is "
            + (isWritten ? "off" : "not set, which means off"),
          help: "remove it, or write auto_stop_machines = \"stop\" if machines may stop",
          at: minimum.keySpan, fix: .removal)
      }
    })
}
