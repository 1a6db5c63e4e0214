import Documents

extension Rule {
  static let costNotPositive = Rule(
    "FC608", "cost-not-positive", .error, "cost_per_hour is greater than zero",
    rationale: """
      Every machine costs something while it runs. A cost of zero or less makes every estimate \
      that is built on it too low without anyone noticing.
      """,
    reference: "data model, Core Entities, ResourceAllocation: cost_per_hour",
    example: .fields(
      .resources, at: "cost_per_hour",
      wrong: #"{ "cost_per_hour": 0 }"#, right: #"{ "cost_per_hour": 0.0082 }"#),
    .resources { allocation, report in
      let cost = try allocation.costPerHour.get()
      guard !cost.isPositive else { return }
      report.add(
        \.costPerHour, "cost_per_hour \(cost.description.prefix(40)) is not greater than zero",
        help: "write the price of an instance hour in US dollars")
    })
}
