import Documents

extension Rule {
  static let instanceTypeUnknown = Rule(
    "FC601", "instance-type-unknown", .error, "instance_type is a machine size that Fly.io sells",
    rationale: """
      Fly.io's own validation does not look at the size: a name that is not sold is refused only \
      when the first machine is created.
      """,
    reference: "https://github.com/superfly/fly-go/blob/22d6e518/machine_types.go",
    protects: .platform,
    example: .fields(
      .resources, at: "instance_type",
      wrong: #"{ "instance_type": "shared-cpu-3x" }"#,
      right: #"{ "instance_type": "shared-cpu-2x" }"#),
    .resources { allocation, report in
      guard let unsold = UnsoldMachineSize(try allocation.instanceType.get()) else { return }
      report.add(\.instanceType, unsold.fault, help: unsold.remedy)
    })
}
