public import Documents
public import FoundationEssentials

/// One state of one deployment; later records of the same id supersede earlier ones.
///
/// Source: data model, "DeploymentLog". `app_name` is added: it references the
/// DeploymentConfiguration, by default the project's.
public struct DeploymentLog: Sendable {
  public var id: Readable<UUID?>
  public var deploymentID: Readable<String>
  public var version: Readable<String>
  public var commitHash: Readable<String>
  public var environment: Readable<DeploymentEnvironment>
  public var status: Readable<DeploymentStatus>
  public var startedAt: Readable<Timestamp>
  public var completedAt: Readable<Timestamp?>
  public var durationSeconds: Readable<Int?>
  public var deployedBy: Readable<String>
  public var rollbackTarget: Readable<String?>
  public var errorMessage: Readable<String?>
  public var buildLogs: Readable<String?>
  public var healthCheckPassed: Readable<Bool>
  public var appName: Readable<String?>
}

/// An environment that is deployed to: development is not.
public enum DeploymentEnvironment: String, CaseIterable, Sendable, DocumentValue {
  case production, staging

  package var name: EnvironmentName {
    switch self {
    case .production: .production
    case .staging: .staging
    }
  }
}

/// How far a deployment has come.
public enum DeploymentStatus: String, CaseIterable, Sendable, DocumentValue {
  case pending, running, success, failed
  case rolledBack = "rolled_back"

  /// Later stages are greater; a status never goes back to an earlier stage.
  package var stage: Int {
    switch self {
    case .pending: 0
    case .running: 1
    case .success, .failed: 2
    case .rolledBack: 3
    }
  }

  /// Whether a later record of the same deployment may have a status: none of an earlier stage,
  /// and none in place of another of the same stage.
  package func mayBecome(_ later: Self) -> Bool { later == self || later.stage > stage }
}

extension DeploymentLog: ProjectEntity {
  package static let schema = Schema(
    "DeploymentLog", annotations: .entry,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required("deployment_id", \.deploymentID, "Fly.io deployment ID"),
    .required("version", \.version, "Application version"),
    .required(
      "commit_hash", \.commitHash, "Git commit hash",
      shape: .string(pattern: "^[0-9A-Fa-f]{7,64}$")),
    .required("environment", \.environment, "Environment deployed to"),
    .required("status", \.status, "How far the deployment has come"),
    .required("started_at", \.startedAt, "Deployment start time"),
    .optional("completed_at", \.completedAt, "Deployment completion time"),
    .optional(
      "duration_seconds", \.durationSeconds, "Total deployment time", shape: .integer(0...Int.max)),
    .required("deployed_by", \.deployedBy, "User or system initiating deployment"),
    .optional("rollback_target", \.rollbackTarget, "Version to roll back to if failed"),
    .optional("error_message", \.errorMessage, "Error details if failed"),
    .optional("build_logs", \.buildLogs, "Build process logs"),
    .defaulted(
      "health_check_passed", \.healthCheckPassed, "Post-deployment health status", default: false),
    .optional("app_name", \.appName, "Application deployed; the project's if absent")
  )
}
