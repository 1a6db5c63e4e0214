public import Documents

/// A project's seven entities, as far as its files could be read.
///
/// What has a file of its own may differ between environments; the lists hold the entries of all
/// environments in the order of their files. A file that is missing is an absence; one that is
/// there and could not be read at all is `unreadable`.
///
/// Source: data model, "Entity Overview" and "Relationships".
public struct Project: Sendable {
  public var deployment: Readable<PerEnvironment<DeploymentConfiguration>?>
  public var variables: Readable<[EnvironmentVariable]>
  public var credentials: Readable<[CredentialManager]>
  public var healthChecks: Readable<[HealthCheck]>
  public var resources: Readable<PerEnvironment<ResourceAllocation>?>
  public var certificate: Readable<PerEnvironment<SSLCertificate>?>
  public var deployments: Readable<[DeploymentLog]>
}

extension ProjectFile {
  /// Every file that holds entities, in the order in which people read them.
  package static let all: [ProjectFile] = [
    .deployment, .variables, .credentials, .healthChecks, .resources, .certificate, .deployments,
  ]

  package static let deployment = ProjectFile(
    DeploymentConfiguration.self, "deployment", .object,
    "master configuration: names, regions, size, scaling")
  package static let variables = ProjectFile(
    EnvironmentVariable.self, "variables", .list("variables"),
    "environment variables of every environment")
  package static let credentials = ProjectFile(
    CredentialManager.self, "credentials", .list("credentials"),
    "credentials, current and superseded, and their rotation")
  package static let healthChecks = ProjectFile(
    HealthCheck.self, "health-checks", .list("health_checks"), "health checks")
  package static let resources = ProjectFile(
    ResourceAllocation.self, "resources", .object, "machine type, cost and scaling triggers")
  package static let certificate = ProjectFile(
    SSLCertificate.self, "certificate", .object, "certificate of the domain")
  package static let deployments = ProjectFile(
    DeploymentLog.self, "deployments", .lines, "deployment history, append-only")
}

extension Project {
  /// Whether a part of the application is left alone in production.
  package func leaves(_ part: UnmanagedPart) -> Bool {
    (deployment.value ?? nil)?.production.leaves(part) ?? false
  }

  init(_ documents: inout ProjectDocuments) {
    deployment = documents.object(.deployment)
    variables = documents.list(.variables)
    credentials = documents.list(.credentials)
    healthChecks = documents.list(.healthChecks)
    resources = documents.object(.resources)
    certificate = documents.object(.certificate)
    deployments = documents.list(.deployments)
  }
}
