extension Rule {
  static let flyTomlSoftLimitOverHard = Rule(
    "FC940", "fly-toml-soft-limit-over-hard", .warning, "The soft limit is not above the hard one",
    rationale: """
      Above the soft limit other machines are preferred and started, at the hard one a machine \
      gets nothing more. A soft limit that is never reached starts no machine.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-concurrency",
    example: .flyToml(
      at: "soft_limit = 250",
      wrong: """
        [http_service]
        internal_port = 8080

        [http_service.concurrency]
        soft_limit = 250
        hard_limit = 200
        """,
      right: """
        [http_service]
        internal_port = 8080

        [http_service.concurrency]
        soft_limit = 200
        hard_limit = 250
        """),
    .flyToml { file, report in
      for limits in file.services.compactMap({ $0.table.table("concurrency") }) {
        guard let soft = limits.integer("soft_limit"), let hard = limits.integer("hard_limit"),
          hard.content > 0, soft.content > hard.content
        else { continue }
        report.add(
          "soft_limit is \(soft.content), which is above the hard_limit \(hard.content)",
          help: "lower soft_limit below \(hard.content), or raise hard_limit", at: soft)
      }
    })
}
