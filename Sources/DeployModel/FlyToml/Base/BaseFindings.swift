import Documents

extension ProjectSnapshot {
  /// What is wrong with keys and values of the bases, which are no whole files, and what an
  /// entity says as well.
  func findingsInBases(_ rules: [Rule]) -> [Finding] {
    guard !bases.files.isEmpty else { return [] }
    let rules = FlyTomlRules(rules)
    return EnvironmentName.allCases.flatMap { environment -> [Finding] in
      guard let file = bases.files[environment] else { return [] }
      return file.validatePart(rules, beside: overlaps(with: file, environment))
    }
  }

  private func overlaps(
    with file: FlyTomlFile, _ environment: EnvironmentName
  ) -> [Diagnostic] {
    guard let base = file.configuration,
      let own = try? FlyTomlRenderer(project, environment, base).root()
    else { return [] }
    return BaseMerge(base.document, own).overlaps.map { overlap in
      Diagnostic(
        .flyBaseOverlap,
        "'\(overlap.key)' is said by '\(place(of: overlap.key, environment))' as well, and that "
          + "counts",
        help: "remove it here, or leave that part of the application unmanaged in deployment.json",
        at: overlap.span)
    }
  }

  /// Where an entity says what a key of fly.toml says, such as `flyconf/deployment.json:4`.
  private func place(of key: String, _ environment: EnvironmentName) -> String {
    let (file, path) = field(behind: key, environment)
    guard let document = documents.documents[file], let root = document.roots?.production else {
      return file.name
    }
    let span = path.flatMap { $0.node(in: root) }?.place ?? root.place
    let line = LineIndex(document.source).location(of: Int(span.start)).line
    return "\(document.source.name):\(line)"
  }

  private func field(
    behind key: String, _ environment: EnvironmentName
  ) -> (file: ProjectFile, path: FieldPath?) {
    if key.hasPrefix("env.") {
      let name = key.dropFirst("env.".count)
      let entries = documents.documents[.variables]?.roots?.production["variables"]?.elements
      let index = entries?.firstIndex {
        $0["key"]?.text == String(name) && $0["environment"]?.text == environment.rawValue
      }
      return (.variables, index.map { FieldPath([.key("variables"), .index($0), .key("key")]) })
    }
    if key.hasPrefix("checks.") { return (.healthChecks, nil) }
    let field = Self.fields.first { key.hasSuffix($0.key) }?.field
    return (.deployment, field.map { FieldPath([.key($0)]) })
  }

  /// The field of the deployment that the last part of a key comes from.
  private static let fields: [(key: String, field: String)] = [
    ("app", "app_name"), ("primary_region", "region_primary"), ("size", "resource_memory"),
    ("cpus", "resource_cpu"), ("memory", "resource_memory"), ("cpu_kind", "resource_cpu"),
    ("initial_size", "resource_storage"), ("min_machines_running", "scaling_min"),
    ("auto_stop_machines", "auto_scaling"), ("auto_start_machines", "auto_scaling"),
  ]
}
