import Documents

extension Rule {
  static let scalingPercentageOutsideLimits = Rule(
    "FC606", "scaling-percentage-outside-limits", .error,
    "The CPU and memory triggers are percentages from 1 to 100",
    rationale: """
      A trigger above 100 percent is never reached and one below 1 always is: the application \
      would never grow, or never shrink.
      """,
    reference: "data model, Core Entities, ResourceAllocation: "
      + "scaling_trigger_cpu, scaling_trigger_memory",
    example: .fields(
      .resources, at: "scaling_trigger_cpu",
      wrong: #"{ "scaling_trigger_cpu": 120 }"#, right: #"{ "scaling_trigger_cpu": 80 }"#),
    .resources { allocation, report in
      report.checkPercentage(allocation, \.scalingTriggerCPU, "scaling_trigger_cpu")
      report.checkPercentage(allocation, \.scalingTriggerMemory, "scaling_trigger_memory")
    })
}

extension Report<ResourceAllocation> {
  fileprivate mutating func checkPercentage(
    _ allocation: ResourceAllocation, _ field: KeyPath<ResourceAllocation, Readable<Int>>,
    _ key: String
  ) {
    let percentages = 1...100
    guard let trigger = allocation[keyPath: field].value, !percentages.contains(trigger)
    else { return }
    add(
      field, "\(key) \(trigger) is outside 1 to 100 percent",
      help: "write \(percentages.nearest(to: trigger))")
  }
}
