import Documents

extension ProjectSnapshot {
  /// The fly.toml of one environment.
  ///
  /// The same project gives the same bytes. Secrets are never in it.
  ///
  /// - Throws: `RenderingError` if a value that the file needs is missing or malformed.
  public func render(
    _ environment: EnvironmentName
  ) throws(RenderingError) -> RenderedConfiguration {
    let base = bases[environment]
    if let base, base.configuration == nil {
      throw RenderingError(
        message: "'\(base.source.name)' is no valid TOML", help: "run `flyconf validate`")
    }
    do {
      return try FlyTomlRenderer(project, environment, base?.configuration).render()
    } catch let error as MalformedValue {
      throw RenderingError(message: error.reason, help: error.help ?? "run `flyconf validate`")
    } catch {
      throw RenderingError(
        message: "a value that fly.toml needs is missing or cannot be read",
        help: "run `flyconf validate` to see which")
    }
  }
}

/// Maps the entities of one environment to fly.toml
/// (https://fly.io/docs/reference/configuration/).
struct FlyTomlRenderer {
  let project: Project
  let environment: EnvironmentName
  let configuration: DeploymentConfiguration
  let checks: [HealthCheck]
  /// What the file has besides.
  let base: FlyConfiguration?

  init(
    _ project: Project, _ environment: EnvironmentName, _ base: FlyConfiguration? = nil
  ) throws {
    guard let deployment = try project.deployment.get() else { throw Unreadable() }
    self.project = project
    self.environment = environment
    self.base = base
    configuration = deployment[environment]
    checks = try project.healthChecks.get().filter { try $0.applies(to: environment) }
  }

  func render() throws -> RenderedConfiguration {
    let app = try appName
    let own = try root()
    try refuseSecrets(in: own)
    return RenderedConfiguration(text: header(app) + text(of: own), notes: try notes(for: app))
  }

  /// The base with what the entities say in it: comments and order of the base stay.
  private func text(of own: Node) -> String {
    guard let base else { return TOMLWriter.document(own) }
    var editor = TOMLEditor(base.document)
    editor.set(FieldPath(), to: BaseMerge(base.document, own).root)
    return editor.text
  }

  private var appName: String {
    get throws { try AppName(configuration.appName.get()).text }
  }

  /// What the entities say.
  func root() throws -> Node {
    let app = try appName
    var root = [Node.Member(key: "app", value: Node(.string(app)))]
    if !configuration.leaves(.region) {
      root.append(member("primary_region", try configuration.regionPrimary.get()))
    }
    root += try environmentTable()
    root += try httpService()
    root += try topLevelChecks()
    root += try mounts()
    root += try virtualMachine()
    return Node(.object(root))
  }

  /// Whatever the rules let pass: what looks like a secret does not go into the file.
  private func refuseSecrets(in node: Node, under key: String = "") throws {
    if let text = node.text, let shape = SecretShape.find(in: text) {
      throw MalformedValue(
        "'\(key)' holds what looks like \(shape.kind)",
        help: "keep secrets in secret variables; `flyconf validate` may say more")
    }
    for element in node.elements { try refuseSecrets(in: element, under: key) }
    for member in node.members { try refuseSecrets(in: member.value, under: member.key) }
  }

  private func header(_ app: String) -> String {
    let name = ProjectLayout.renderedName(for: environment)
    return """
      \(RenderedConfiguration.marker) for \(app), \(environment.rawValue): edits made here are lost.
      # Edit the project's JSON files and run `flyconf render \(name)\(environmentFlag)`.


      """
  }

  private var environmentFlag: String {
    environment == .production ? "" : " --env \(environment.rawValue)"
  }

  // MARK: Tables

  /// The environment's plain variables, in the order of their names.
  private func environmentTable() throws -> [Node.Member] {
    let variables = try plainVariables().sorted { $0.key < $1.key }
    for (variable, next) in zip(variables, variables.dropFirst()) where variable.key == next.key {
      throw MalformedValue(
        "the variable \(Quoted(next.key)) stands twice", help: "remove one of the two")
    }
    let members = variables.map { Node.Member(key: $0.key, value: Node(.string($0.value))) }
    return members.isEmpty ? [] : [Node.Member(key: "env", value: Node(.object(members)))]
  }

  private func plainVariables() throws -> [(key: String, value: String)] {
    try project.variables.get().compactMap { variable in
      guard try variable.environment.get() == environment, try !variable.isSecret.get(),
        case .plain(let value) = try variable.encryptedValue.get()
      else { return nil }
      return (try variable.key.get(), value)
    }
  }

  private func mounts() throws -> [Node.Member] {
    guard !configuration.leaves(.mounts) else { return [] }
    let size = try StorageSize(configuration.resourceStorage.get())
    let initialSize = Node(.string("\(size.gigabytes)gb"))
    let isPlaced = !(base?.root.tables("mounts").isEmpty ?? true)
    let mount: Node =
      isPlaced
      ? .object(["initial_size": initialSize])
      : .object(["source": "data", "destination": "/data", "initial_size": initialSize])
    return [Node.Member(key: "mounts", value: Node(.array([mount])))]
  }

  /// A preset by its name where cpu and memory are exactly one, else kind, cpus and memory.
  private func virtualMachine() throws -> [Node.Member] {
    guard !configuration.leaves(.virtualMachine) else { return [] }
    let memory = try MemorySize(configuration.resourceMemory.get()).megabytes
    let cpus = try configuration.resourceCPU.get()
    let given = base?.root.tables("vm").first?.text("cpu_kind")?.content
    let kind = try given.flatMap(CPUKind.init(rawValue:)) ?? project.cpuKind(in: environment)
    let machine: Node
    if given != nil {
      machine = .object([
        "cpus": Node(integerLiteral: cpus), "memory": Node(.string("\(memory)mb")),
      ])
    } else if let preset = MachineSize.matching(kind, cpus: cpus, memory: memory) {
      machine = .object(["size": Node(.string(preset.name))])
    } else {
      machine = .object([
        "cpu_kind": Node(.string(kind.rawValue)), "cpus": Node(integerLiteral: cpus),
        "memory": Node(.string("\(memory)mb")),
      ])
    }
    return [Node.Member(key: "vm", value: Node(.array([machine])))]
  }

  func member(_ key: String, _ text: String) -> Node.Member {
    Node.Member(key: key, value: Node(.string(text)))
  }
}
