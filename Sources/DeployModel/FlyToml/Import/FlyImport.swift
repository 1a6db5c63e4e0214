package import Documents

/// What a fly.toml says, taken apart: what an entity can say exactly, and the rest.
///
/// Nothing is filled in that the file does not say: a part of the application about which it says
/// nothing, or that the entities cannot say, is unmanaged and stays as it is. The rest keeps every
/// byte, comments included.
package struct FlyImport {
  /// Fields of the deployment, by name.
  package private(set) var fields: [Node.Member] = []
  package private(set) var unmanaged: [UnmanagedPart] = []
  package private(set) var variables: [(name: String, value: String)] = []
  /// Fields of health checks, without ids.
  package private(set) var checks: [Node] = []
  /// Variables that look like secrets and stay in the rest, with what they look like.
  package private(set) var secrets: [(name: String, kind: String)] = []

  private let configuration: FlyConfiguration
  private var editor: TOMLEditor
  /// Variables that the project has as secrets, or otherwise than the file can say.
  private let taken: Set<String>

  /// - Parameters:
  ///   - app: The application's name, where the file has none or another is meant.
  ///   - taken: Variables that are left in the rest.
  /// - Throws: `MalformedValue` if the application's name is missing or malformed.
  package init(
    _ configuration: FlyConfiguration, app: String?, leaving taken: Set<String> = []
  ) throws(MalformedValue) {
    self.configuration = configuration
    self.taken = taken
    editor = TOMLEditor(configuration.document, keepsComments: true)
    try takeApplication(app)
    takeRegion()
    takeMachine()
    takeVolume()
    takeService()
    takeChecks()
    takeVariables()
  }

  /// What no entity says, as it stands in the file; nothing if only white space is left.
  package var rest: String? {
    let text = editor.text
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private var root: FlyTable { configuration.root }

  private mutating func set(_ key: String, _ value: Node) {
    fields.append(Node.Member(key: key, value: value))
  }

  /// Takes keys of a table out of the rest.
  private mutating func remove(_ keys: [String], of table: [String] = []) {
    for key in keys {
      if let path = configuration.path(to: table + [key]) { editor.remove(path) }
    }
  }

  // MARK: Top level

  private mutating func takeApplication(_ app: String?) throws(MalformedValue) {
    guard let name = app ?? root.text("app")?.content, !name.isEmpty else {
      throw MalformedValue(
        "the file names no application", help: "name it with --app NAME")
    }
    let text = try AppName(name).text
    set("app_name", Node(.string(text)))
    set("domain", Node(.string("\(text).fly.dev")))
    remove(["app"])
  }

  private mutating func takeRegion() {
    guard let region = root.text("primary_region")?.content,
      Region.named(region) != nil || DeprecatedRegion.named(region) != nil
    else { return unmanaged.append(.region) }
    set("region_primary", Node(.string(region)))
    remove(["primary_region"])
  }

  /// One shared machine size for all process groups is the deployment's.
  private mutating func takeMachine() {
    let machines = root.tables("vm")
    let guest = machines.first.map(FlyGuest.init)
    guard let guest, machines.count == 1, !machines[0].has("processes"),
      !machines[0].has("gpu_kind"),
      guest.kind == CPUKind.shared.rawValue,
      DeploymentConfiguration.cpuLimits.contains(guest.cpus),
      let range = CPUKind.shared.memoryRange(cpus: guest.cpus), range.contains(guest.megabytes),
      let memory = MemorySize(megabytes: guest.megabytes)
    else { return unmanaged.append(.virtualMachine) }
    set("resource_cpu", Node(integerLiteral: guest.cpus))
    set("resource_memory", Node(.string(memory.description)))
    let sized = ["size", "cpu_kind", "cpus", "memory", "memory_mb"]
    if machines[0].node.members.allSatisfy({ sized.contains($0.key) }) {
      remove(["vm"])
    } else {
      remove(sized, of: ["vm"])
    }
  }

  /// The size of one volume for all process groups is the deployment's; its place stays.
  private mutating func takeVolume() {
    let mounts = root.tables("mounts")
    guard mounts.count == 1, !mounts[0].has("processes"),
      let size = mounts[0].text("initial_size")?.content,
      let gigabytes = try? FlySize.gigabytes(size),
      PlatformLimits.volumeGigabytes.value.contains(gigabytes),
      let storage = StorageSize(gigabytes: gigabytes)
    else { return unmanaged.append(.mounts) }
    set("resource_storage", Node(.string(storage.description)))
    remove(["initial_size"], of: ["mounts"])
  }

  // MARK: The service

  private mutating func takeService() {
    guard let service = root.table("http_service") else {
      unmanaged += [.httpService, .scaling]
      return
    }
    let stop = service.text("auto_stop_machines")?.content ?? "off"
    let starts = service.boolean("auto_start_machines")?.content ?? true
    let minimum = service.integer("min_machines_running")?.content ?? 0
    switch (stop, starts) {
    case ("stop", true) where (0..<DeploymentConfiguration.defaultScalingMax).contains(minimum):
      set("scaling_min", Node(integerLiteral: minimum))
      set("auto_scaling", true)
    case ("off", false) where minimum == 0: set("auto_scaling", false)
    default: return unmanaged.append(.scaling)
    }
    remove(
      ["auto_stop_machines", "auto_start_machines", "min_machines_running"], of: ["http_service"])
  }

  /// The checks of the service, if the entities can say all of them.
  private mutating func takeChecks() {
    let tables = root.table("http_service")?.tables("checks") ?? []
    let read = tables.compactMap(Self.httpCheck)
    if !read.isEmpty, read.count == tables.count {
      checks += read
      remove(["checks"], of: ["http_service"])
    }
    for (name, table) in root.namedTables("checks") {
      guard let check = Self.tcpCheck(table, named: name.content) else { continue }
      checks.append(check)
      remove([name.content], of: ["checks"])
    }
  }

  private static func httpCheck(_ table: FlyTable) -> Node? {
    let allowed = ["interval", "timeout", "grace_period", "method", "path"]
    guard table.node.members.allSatisfy({ allowed.contains($0.key) }),
      table.text("method")?.content ?? "GET" == "GET",
      let path = table.text("path")?.content, (try? HTTPPath(path)) != nil
    else { return nil }
    return check(table, "http", at: path)
  }

  /// Only a check that has the name it would be given keeps it.
  private static func tcpCheck(_ table: FlyTable, named name: String) -> Node? {
    let allowed = ["interval", "timeout", "grace_period", "type", "port"]
    guard table.node.members.allSatisfy({ allowed.contains($0.key) }),
      table.text("type")?.content == "tcp", let port = table.integer("port")?.content,
      name == "tcp-\(port)"
    else { return nil }
    return check(table, "tcp", at: String(port))
  }

  private static func check(_ table: FlyTable, _ type: String, at endpoint: String) -> Node? {
    guard let interval = seconds(table, "interval"), let timeout = seconds(table, "timeout"),
      let grace = seconds(table, "grace_period"), timeout >= 1, timeout < interval, grace >= 0
    else { return nil }
    return .object([
      "check_type": Node(.string(type)), "endpoint": Node(.string(endpoint)),
      "interval": Node(integerLiteral: interval), "timeout": Node(integerLiteral: timeout),
      "retries": 1, "grace_period": Node(integerLiteral: grace), "alert_threshold": 3,
    ])
  }

  private static func seconds(_ table: FlyTable, _ key: String) -> Int? {
    guard let duration = table.duration(key)?.content,
      duration.nanoseconds % 1_000_000_000 == 0
    else { return nil }
    return Int(duration.nanoseconds / 1_000_000_000)
  }

  // MARK: Variables

  private mutating func takeVariables() {
    let written = configuration.path(to: ["env"])?.node(in: configuration.document.root)
    // `[[env]]`, which is an old form, is left as it is.
    guard case .object? = written?.value else { return }
    for (name, value) in root.namedTexts("env") {
      let text = value.content
      if let kind = Self.secretKind(name, text) {
        secrets.append((name, kind))
      } else if isPlain(name, text), !taken.contains(name), isWrittenAsText(name) {
        variables.append((name, text))
        remove([name], of: ["env"])
      }
    }
  }

  private static func secretKind(_ name: String, _ text: String) -> String? {
    if let shape = SecretShape.find(in: text) { return shape.kind }
    return SecretKeyName.guards(text, under: name)
      ? "a secret by its name" : nil
  }

  /// Whether the rules take it for a sound variable that is no secret.
  private func isPlain(_ name: String, _ text: String) -> Bool {
    guard !text.isEmpty, (try? VariableKey(name)) != nil, !name.hasPrefix("FLY_") else {
      return false
    }
    return name != "PORT" || (try? TCPAddress(text))?.host == nil
  }

  private func isWrittenAsText(_ name: String) -> Bool {
    configuration.path(to: ["env", name])?.node(in: configuration.document.root)?.text != nil
  }
}

extension FlyConfiguration {
  /// The way to a key in the document as it is written, in the first table of a list; nothing if
  /// it is not there.
  func path(to keys: [String]) -> FieldPath? {
    var node = document.root
    var section: FlySection? = FlyTomlKeys.root
    var steps: [FieldPath.Step] = []
    for (index, key) in keys.enumerated() {
      let known = section
      let member = node.members.last { known?.key($0.key)?.name == key || $0.key == key }
      guard let member else { return nil }
      steps.append(.key(member.key))
      node = member.value
      section = known?.key(member.key)?.type.section(under: key)?.0
      if index + 1 < keys.count, case .array(let elements) = node.value, let first = elements.first
      {
        steps.append(.index(0))
        node = first
      }
    }
    return FieldPath(steps)
  }
}
