import DeployModel
import Documents
import FoundationEssentials

/// A project to start from: entities with everything but the values.
struct ProjectTemplate: Sendable {
  var name: String
  var summary: String
  var variables: [TemplateVariable]
  var credentials: [TemplateCredential]
  var healthChecks: [TemplateCheck]
  /// CPU cores, megabytes and gigabytes of an instance.
  var size: (cpus: Int, memory: Int, storage: Int)
  var scaling: ClosedRange<Int>

  static let all: [ProjectTemplate] = [.web, .worker, .ezedit]
}

/// A variable that a template asks for, in each of its environments.
struct TemplateVariable: Sendable {
  var key: String
  var category: VariableCategory
  var description: String
  var example: String?
  /// The value, for variables that are no secrets.
  var value: String?
  var environments: [EnvironmentName] = [.production]
}

/// A credential that a template asks for, in each of its environments.
struct TemplateCredential: Sendable {
  var service: String
  var category: ServiceCategory
  var type: CredentialType
  var purpose: String
  var usage: String
  var environments: [EnvironmentName] = [.production]
}

/// A health check of a template.
struct TemplateCheck: Sendable {
  var type: CheckType
  var endpoint: String
  var interval: Int
  var timeout: Int
}
