import Documents

extension Rule {
  static let requestTriggerBelowOne = Rule(
    "FC607", "request-trigger-below-one", .error, "scaling_trigger_requests is 1 or more",
    rationale: """
      At no request a second every application is above the trigger, and would have as many \
      instances as it may at all times.
      """,
    reference: "data model, Core Entities, ResourceAllocation: scaling_trigger_requests",
    example: .fields(
      .resources, at: "scaling_trigger_requests",
      wrong: #"{ "scaling_trigger_requests": 0 }"#,
      right: #"{ "scaling_trigger_requests": 100 }"#),
    .resources { allocation, report in
      let requests = try allocation.scalingTriggerRequests.get()
      guard requests < 1 else { return }
      report.add(
        \.scalingTriggerRequests, "scaling_trigger_requests \(requests) is less than 1",
        help: "write the requests per second that one instance serves well")
    })
}
