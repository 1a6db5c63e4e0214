extension Rule {
  static let flyTomlUDPStarting = Rule(
    "FC936", "fly-toml-udp-starting", .warning,
    "No service by udp counts on machines that are started or stopped for it",
    rationale: """
      Packets by udp do not pass through Fly Proxy, which is what starts and stops machines. It \
      starts none for them, and takes a machine that serves nothing else for idle.
      """,
    reference: "https://github.com/superfly/flyctl/issues/3583",
    example: .flyToml(
      at: "auto_start_machines = true",
      wrong: """
        [[services]]
        protocol = 'udp'
        internal_port = 5000
        auto_start_machines = true

        [[services.ports]]
        port = 5000
        """,
      right: """
        [[services]]
        protocol = 'udp'
        internal_port = 5000

        [[services.ports]]
        port = 5000
        """),
    .flyToml { file, report in
      for service in file.services where service.isUDP {
        if let starts = service.table.boolean("auto_start_machines"), starts.content {
          report.add(
            "auto_start_machines has no effect on a service by udp",
            help: "remove it, and keep the machines running", at: starts.keySpan, fix: .removal)
        }
        if service.stopsMachines, let stops = service.table.text("auto_stop_machines") {
          report.add(
            "Fly Proxy sees no udp, and stops machines that are in use by it",
            help: "write auto_stop_machines = \"off\"", at: stops)
        }
      }
    })
}
