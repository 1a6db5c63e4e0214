import DeployModel
import Documents
import FoundationEssentials

/// The files of a project made from a template.
struct TemplateProject {
  var template: ProjectTemplate
  var app: String
  var domain: String
  var region: String
  var now: Timestamp
  var makeID: () -> UUID

  /// The text of each file.
  var files: [(file: ProjectFile, text: String)] {
    let credentials = template.credentials.flatMap(nodes)
    var files = [
      (ProjectFile.deployment, deployment(credentials: credentials)),
      (.variables, list("variables", template.variables.flatMap(nodes))),
      (.healthChecks, list("health_checks", template.healthChecks.map(node))),
      (.resources, resources),
      (.certificate, certificate),
    ]
    if !credentials.isEmpty {
      files.insert((.credentials, list("credentials", credentials)), at: 2)
    }
    return files.map { ($0.0, $0.0.canonicalText($0.1)) }
  }

  private func deployment(credentials: [Node]) -> Node {
    var members: [Node.Member] = [
      member("app_name", app),
      member("domain", domain),
      member("region_primary", region),
      member("resource_cpu", template.size.cpus),
      member("resource_memory", MemorySize(megabytes: template.size.memory)?.description ?? ""),
      member("resource_storage", "\(template.size.storage)GB"),
      member("scaling_min", template.scaling.lowerBound),
      member("scaling_max", template.scaling.upperBound),
      Node.Member(key: "auto_scaling", value: true),
    ]
    if !credentials.isEmpty {
      members.append(
        Node.Member(key: "credentials", value: Node(.array(credentials.compactMap { $0["id"] }))))
    }
    members += times
    let patches = environments.filter { $0 != .production }.map { environment in
      Node.Member(key: environment.rawValue, value: patch(for: environment))
    }
    if !patches.isEmpty {
      members.append(Node.Member(key: "environments", value: Node(.object(patches))))
    }
    return Node(.object(members))
  }

  /// Another environment is an application of its own.
  private func patch(for environment: EnvironmentName) -> Node {
    let name = "\(app)-\(environment.rawValue)"
    return Node(.object([member("app_name", name), member("domain", "\(name).fly.dev")]))
  }

  private var environments: [EnvironmentName] {
    let used = Set(template.variables.flatMap(\.environments))
    return EnvironmentName.allCases.filter(used.contains)
  }

  private func nodes(_ variable: TemplateVariable) -> [Node] {
    let policy = VariablePolicy(for: variable.category)
    return variable.environments.map { environment in
      var members = [
        member("id", UUIDText.write(makeID())),
        member("key", variable.key),
        member("encrypted_value", variable.value.map { "plain:\($0)" } ?? "unset"),
        member("environment", environment.rawValue),
        Node.Member(key: "is_secret", value: Node(.bool(policy.isSecret))),
        member("category", variable.category.rawValue),
        member("description", variable.description),
      ]
      if let example = variable.example { members.append(member("example_value", example)) }
      members.append(Node.Member(key: "required", value: Node(.bool(policy.required))))
      return Node(.object(members + times))
    }
  }

  private func nodes(_ credential: TemplateCredential) -> [Node] {
    credential.environments.map { environment in
      let policy = RotationPolicy(for: credential.category, in: environment)
      let today = CalendarDate(now)
      return Node(
        .object([
          member("id", UUIDText.write(makeID())),
          member("service_name", credential.service),
          member("service_category", credential.category.rawValue),
          member("environment", environment.rawValue),
          member("access_level", policy.accessLevel.rawValue),
          member("credential_type", credential.type.rawValue),
          member("encrypted_value", "unset"),
          member("created_date", today.description),
          member("next_rotation", today.adding(days: policy.days).description),
          member("rotation_priority", policy.priority.rawValue),
          member("purpose", credential.purpose),
          member("usage_context", credential.usage),
        ]))
    }
  }

  private func node(_ check: TemplateCheck) -> Node {
    Node(
      .object([
        member("id", UUIDText.write(makeID())),
        member("check_type", check.type.rawValue),
        member("endpoint", check.endpoint),
        member("interval", check.interval),
        member("timeout", check.timeout),
        member("alert_threshold", 3),
      ]))
  }

  private var resources: Node {
    let preset = MachineSize.with(.shared, cpus: template.size.cpus)
    return Node(
      .object([
        member("id", UUIDText.write(makeID())),
        member("instance_type", preset?.name ?? ""),
        member("cpu_cores", template.size.cpus),
        member("memory_mb", template.size.memory),
        member("storage_gb", template.size.storage),
        Node.Member(key: "cost_per_hour", value: Node(.number(Self.estimatedCost))),
        member("effective_date", CalendarDate(now).description),
      ]))
  }

  /// US dollars for an hour of a small machine: a placeholder that the user corrects, since
  /// prices depend on the region and change (https://fly.io/docs/about/pricing/).
  private static let estimatedCost = Number(literal: "0.01")

  private var certificate: Node {
    Node(
      .object([
        member("id", UUIDText.write(makeID())), member("domain", domain),
        member("status", "pending"),
      ]))
  }

  private var times: [Node.Member] {
    [member("created_at", now.description), member("updated_at", now.description)]
  }

  private func list(_ key: String, _ entries: [Node]) -> Node {
    Node(.object([Node.Member(key: key, value: Node(.array(entries)))]))
  }

  private func member(_ key: String, _ text: String) -> Node.Member {
    Node.Member(key: key, value: Node(.string(text)))
  }

  private func member(_ key: String, _ number: Int) -> Node.Member {
    Node.Member(key: key, value: Node(integerLiteral: number))
  }
}
