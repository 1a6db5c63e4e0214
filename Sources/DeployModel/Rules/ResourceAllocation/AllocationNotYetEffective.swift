import Documents

extension Rule {
  static let allocationNotYetEffective = Rule(
    "FC609", "allocation-not-yet-effective", .warning,
    "An allocation in use has been in effect since today or earlier",
    rationale: """
      The allocation of an environment is the one that is deployed. A day still to come says \
      that it was written ahead of time, and is in use before it should be.
      """,
    reference: "data model, Core Entities, ResourceAllocation: effective_date",
    example: .fields(
      .resources, at: "effective_date",
      wrong: #"{ "effective_date": "2999-01-01" }"#,
      right: #"{ "effective_date": "2026-01-05" }"#),
    .resources { allocation, report in
      let date = try allocation.effectiveDate.get()
      guard date > report.today,
        let deployment = try report.project.deployment.get()?[report.environment]
      else { return }
      // What the project leaves to the platform is not deployed from here.
      guard try !(deployment.unmanaged.get() ?? []).contains(.virtualMachine) else { return }
      report.add(
        \.effectiveDate, "effective_date '\(date)' is in the future, but the allocation is in use",
        help: "write the day since which it is used, or go back to the one before until then")
    })
}
