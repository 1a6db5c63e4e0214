import Documents

extension FlyTomlRenderer {
  typealias Note = RenderedConfiguration.Note

  /// What the project holds for this environment and fly.toml has no place for.
  func notes(for app: String) throws -> [Note] {
    try scaleNotes(app) + domainNotes(app) + variableNotes(app) + checkNotes() + resourceNotes()
  }

  /// The number of machines and their regions are state of the platform.
  private func scaleNotes(_ app: String) throws -> [Note] {
    let maximum = try configuration.scalingMax.get()
    let additional = try configuration.regionsAdditional.get() ?? []
    if !additional.isEmpty, !configuration.leaves(.region) {
      let regions = try ([try configuration.regionPrimary.get()] + additional).map(known)
      return [
        Note(
          subject: "regions_additional, scaling_max",
          message: "fly.toml names one region, and no number of machines",
          command: "fly scale count \(maximum) --region \(regions.joined(separator: ",")) "
            + "--app \(app)")
      ]
    }
    if configuration.leaves(.scaling) { return [] }
    return [
      Note(
        subject: "scaling_max",
        message: "Fly.io starts at most as many machines as have been created",
        command: "fly scale count \(maximum) --app \(app)")
    ]
  }

  /// The region as a command can have it: what stands in a file is not trusted in a shell.
  private func known(_ region: String) throws -> String {
    if let region = Region.named(region) { return region.code }
    if let region = DeprecatedRegion.named(region) { return region.code }
    throw MalformedValue("there is no region \(Quoted(region))")
  }

  private func domainNotes(_ app: String) throws -> [Note] {
    let domain = try DomainName(configuration.domain.get()).text
    guard domain != "\(app).fly.dev" else { return [] }
    return [
      Note(
        subject: "domain", message: "a domain of one's own is added to the application",
        command: "fly certs add \(domain) --app \(app)")
    ]
  }

  private func variableNotes(_ app: String) throws -> [Note] {
    let secrets = try project.variables.get().filter { variable in
      try variable.environment.get() == environment && variable.isSecret.get()
    }
    let names = try secrets.map { try $0.key.get().visible }.sorted()
    guard !names.isEmpty else { return [] }
    return [
      Note(
        subject: "secret variables",
        message: "never written to fly.toml: \(names.joined(separator: ", "))",
        command: "fly secrets import --stage --app \(app)")
    ]
  }

  private func checkNotes() throws -> [Note] {
    let checks = try checks.filter { try isRendered($0) }
    var notes: [Note] = []
    let probes = try checks.filter { try $0.checkType.get() != .exec }
    if !probes.isEmpty {
      notes.append(
        Note(
          subject: "retries, alert_threshold",
          message: "Fly.io takes a machine out of routing at the first failed check"))
    }
    if try checks.contains(where: { try Self.expectsOtherStatus($0) }) {
      notes.append(
        Note(
          subject: "expected_status", message: "Fly.io takes any 2xx, and nothing else, as sound"))
    }
    if try checks.contains(where: { try $0.expectedBody.get() != nil }) {
      notes.append(Note(subject: "expected_body", message: "Fly.io does not look at the body"))
    }
    if try checks.contains(where: { try $0.checkType.get() == .exec }) {
      notes.append(
        Note(
          subject: "exec checks",
          message: "run once in a deployment as machine_checks; interval and timeout are not used"))
    }
    if try checks.contains(where: { try Self.namesHost($0) }) {
      notes.append(
        Note(
          subject: "tcp checks",
          message: "Fly.io checks ports of the machine itself; hosts are left out"))
    }
    return notes
  }

  /// Only a tcp check stands outside the service.
  private func isRendered(_ check: HealthCheck) throws -> Bool {
    try check.isRendered(as: check.checkType.get(), in: project)
  }

  private static func expectsOtherStatus(_ check: HealthCheck) throws -> Bool {
    try check.checkType.get() == .http && check.expectedStatus.get() != 200
  }

  private static func namesHost(_ check: HealthCheck) throws -> Bool {
    guard try check.checkType.get() == .tcp, let endpoint = try check.endpoint.get() else {
      return false
    }
    return try TCPAddress(endpoint).host != nil
  }

  private func resourceNotes() throws -> [Note] {
    guard try project.resources.get() != nil else { return [] }
    return [
      Note(
        subject: "cost_per_hour, scaling_trigger_*",
        message: "Fly.io scales by connections or requests alone; these are for reports")
    ]
  }
}
