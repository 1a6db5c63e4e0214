import Documents

extension Rule {
  static let missingEntityFile = Rule(
    "FC014", "missing-entity-file", .note,
    "A deployment has a resource allocation and a certificate",
    rationale: """
      Without resources.json nobody knows what a machine costs and when more of them are wanted, \
      and without certificate.json nobody is warned before the certificate expires.
      """,
    reference: "data model, Primary Relationships",
    example: .fields(
      .deployment, at: nil,
      wrong: #"{ "unmanaged": [] }"#, right: #"{ "unmanaged": ["vm"] }"#,
      without: [.resources]),
    .configuration { configuration, report in
      if case .value(nil) = report.project.certificate {
        report.addEntity(
          "the project has no certificate.json",
          help: "add the certificate of the domain: \(schemaHelp(.certificate))")
      }
      let unmanaged = try configuration.unmanaged.get() ?? []
      guard case .value(nil) = report.project.resources, !unmanaged.contains(.virtualMachine)
      else { return }
      report.addEntity(
        "the project has no resources.json",
        help: "add the machine's type and cost: \(schemaHelp(.resources))")
    })

  private static func schemaHelp(_ file: ProjectFile) -> String {
    "`flyconf schema \(file.stem)` prints its fields"
  }
}
