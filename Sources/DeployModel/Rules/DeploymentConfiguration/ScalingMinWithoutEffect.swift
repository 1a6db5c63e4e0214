import Documents

extension Rule {
  static let scalingMinWithoutEffect = Rule(
    "FC114", "scaling-min-without-effect", .warning,
    "scaling_min is set only where auto_scaling is on",
    rationale: """
      Fly.io keeps a minimum of machines running while it stops the others. With auto_scaling off \
      it stops none and starts none: as many run as were created, whatever the minimum says.
      """,
    reference: "https://fly.io/docs/reference/configuration/ (min_machines_running)",
    example: .fields(
      .deployment, at: "scaling_min",
      wrong: #"{ "auto_scaling": false, "scaling_min": 2 }"#,
      right: #"{ "auto_scaling": true, "scaling_min": 2 }"#),
    .configuration { deployment, report in
      let least = try deployment.scalingMin.get()
      // The default says nothing about what anyone wanted.
      guard try !deployment.autoScaling.get(), least >= 0, least != 1 else { return }
      let unmanaged = try deployment.unmanaged.get() ?? []
      guard !unmanaged.contains(.scaling), !unmanaged.contains(.httpService) else { return }
      report.add(
        \.scalingMin, "scaling_min \(least) has no effect while auto_scaling is false",
        help: "set auto_scaling to true, or remove scaling_min")
    })
}
