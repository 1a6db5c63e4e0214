import Documents

extension FlyTomlRenderer {
  /// The port on which the application listens where no variable says it.
  private static let standardPort = 8080

  /// The public service: there is one as soon as an http check or a variable PORT asks for it.
  func httpService() throws -> [Node.Member] {
    guard try hasHTTPService else { return [] }
    // What the base says of the service is all there is to say of its port.
    var service =
      hasBaseService
      ? []
      : [
        Node.Member(key: "internal_port", value: Node(integerLiteral: try internalPort)),
        Node.Member(key: "force_https", value: true),
      ]
    service += try scaling()
    let http = try httpChecks()
    if !http.isEmpty { service.append(Node.Member(key: "checks", value: Node(.array(http)))) }
    let exec = try machineChecks()
    if !exec.isEmpty {
      service.append(Node.Member(key: "machine_checks", value: Node(.array(exec))))
    }
    return [Node.Member(key: "http_service", value: Node(.object(service)))]
  }

  var hasHTTPService: Bool {
    get throws {
      guard !configuration.leaves(.httpService) else { return false }
      if hasBaseService { return true }
      return try portVariable() != nil || checks.contains { try $0.checkType.get() == .http }
    }
  }

  private var hasBaseService: Bool { base?.root.table("http_service") != nil }

  /// The value of the variable PORT if it is a port that stands in the open.
  private var internalPort: Int {
    get throws {
      guard let variable = try portVariable(), try !variable.isSecret.get(),
        case .plain(let text) = try variable.encryptedValue.get(),
        let address = try? TCPAddress(text), address.host == nil
      else { return Self.standardPort }
      return address.port
    }
  }

  private func portVariable() throws -> EnvironmentVariable? {
    try project.variables.get().first { variable in
      try variable.key.get() == "PORT" && variable.environment.get() == environment
        && variable.category.get() == .system
    }
  }

  /// Fly.io advises to switch stopping and starting both on or both off.
  private func scaling() throws -> [Node.Member] {
    guard !configuration.leaves(.scaling) else { return [] }
    guard try configuration.autoScaling.get() else {
      return [
        member("auto_stop_machines", "off"),
        Node.Member(key: "auto_start_machines", value: false),
      ]
    }
    return [
      member("auto_stop_machines", "stop"),
      Node.Member(key: "auto_start_machines", value: true),
      Node.Member(
        key: "min_machines_running",
        value: Node(integerLiteral: try configuration.scalingMin.get())),
    ]
  }

  private func httpChecks() throws -> [Node] {
    try checks.filter { try $0.checkType.get() == .http }.map { check in
      let path = try HTTPPath(check.endpoint.get() ?? "").text
      return Node(
        .object(
          try timing(of: check) + [member("method", "GET"), member("path", path)]))
    }
  }

  private func machineChecks() throws -> [Node] {
    try checks.filter { try $0.checkType.get() == .exec }.map { check in
      let words = try ShellWords(check.endpoint.get() ?? "").words
      return .object(["command": Node(.array(words.map { Node(.string($0)) }))])
    }
  }

  /// Checks that are not the public service's: tcp ones, and exec ones where there is no service.
  func topLevelChecks() throws -> [Node.Member] {
    var members: [Node.Member] = []
    let tcp = try tcpChecks()
    if !tcp.isEmpty { members.append(Node.Member(key: "checks", value: Node(.object(tcp)))) }
    if try !hasHTTPService, !configuration.leaves(.httpService) {
      let exec = try machineChecks()
      if !exec.isEmpty {
        members.append(Node.Member(key: "machine_checks", value: Node(.array(exec))))
      }
    }
    return members
  }

  private func tcpChecks() throws -> [Node.Member] {
    var names: Set<String> = []
    return try checks.filter { try $0.checkType.get() == .tcp }.map { check in
      let port = try TCPAddress(check.endpoint.get() ?? "").port
      let name = Self.unused("tcp-\(port)", &names)
      let members =
        [member("type", "tcp"), Node.Member(key: "port", value: Node(integerLiteral: port))]
        + (try timing(of: check))
      return Node.Member(key: name, value: Node(.object(members)))
    }
  }

  /// The name, with a number behind it where it is taken.
  private static func unused(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  /// Durations always have a unit: flyctl takes a bare number for seconds in one place,
  /// milliseconds in another and nanoseconds in a third.
  private func timing(of check: HealthCheck) throws -> [Node.Member] {
    [
      member("interval", "\(try check.interval.get())s"),
      member("timeout", "\(try check.timeout.get())s"),
      member("grace_period", "\(try check.gracePeriod.get())s"),
    ]
  }
}
