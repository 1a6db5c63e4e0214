import Documents

extension Rule {
  static let flyTomlCheckWithoutPort = Rule(
    "FC950", "fly-toml-check-without-port", .error,
    "Every check of [checks] has a port, or an [http_service] to take it from",
    rationale: """
      A check without a port takes that of [http_service], where its process group has one, and \
      never that of [[services]]. `fly config validate` does not see it; the deployment fails.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/machines.go",
    protects: .platform,
    example: .flyToml(
      at: "[checks.alive]", wrong: "[checks.alive]\ntype = 'tcp'",
      right: "[checks.alive]\ntype = 'tcp'\nport = 8080"),
    .flyToml { file, report in
      let groups = file.processGroups
      let served = file.httpService.map(groups.groups) ?? []
      for (name, check) in file.root.namedTables("checks") where !check.has("port") {
        guard let group = groups.groups(of: check).first(where: { !served.contains($0) })
        else { continue }
        let place = file.httpService == nil ? "there is" : "the process group '\(group)' has"
        report.add(
          "the check \(Quoted(name.content)) has no port, and \(place) no [http_service] to take "
            + "it from",
          help: "write port = \(file.portOfService), the port on which the application listens",
          at: check.span)
      }
    })
}

extension FlyConfiguration {
  /// The port of some service, or the usual one.
  fileprivate var portOfService: Int {
    services.compactMap { $0.table.integer("internal_port")?.content }.first ?? 8080
  }
}
