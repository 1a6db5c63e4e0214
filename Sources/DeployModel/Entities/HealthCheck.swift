public import Documents
public import FoundationEssentials

/// One check of the application's health.
///
/// Source: data model, "HealthCheck". `environments` is added: a check may be meant for some
/// environments only.
public struct HealthCheck: Sendable {
  public var id: Readable<UUID?>
  public var checkType: Readable<CheckType>
  /// A path for `http`, `PORT` or `HOST:PORT` for `tcp`, a command line for `exec`.
  public var endpoint: Readable<String?>
  /// Seconds from the start of one probe to the start of the next.
  public var interval: Readable<Int>
  /// Seconds after which an attempt has failed.
  public var timeout: Readable<Int>
  /// Additional attempts inside one probe, at least 1.
  public var retries: Readable<Int>
  /// Seconds after a deployment during which failures do not count.
  public var gracePeriod: Readable<Int>
  public var expectedStatus: Readable<Int>
  public var expectedBody: Readable<String?>
  /// Consecutive failed probes before alerting, at least 1.
  public var alertThreshold: Readable<Int>
  public var enabled: Readable<Bool>
  public var environments: Readable<[EnvironmentName]?>
}

/// How a health check asks.
public enum CheckType: String, CaseIterable, Sendable, DocumentValue {
  case http, tcp, exec
}

extension HealthCheck {
  static let defaultRetries = 3
  static let defaultStatus = 200
  /// The statuses that HTTP knows (RFC 9110, section 15).
  static let statuses = 100...599
}

extension HealthCheck: ProjectEntity {
  package static let schema = Schema(
    "HealthCheck", annotations: .entry,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required("check_type", \.checkType, "How the check asks"),
    .optional(
      "endpoint", \.endpoint, "HTTP path, TCP port or command, by the type of the check"),
    .required(
      "interval", \.interval, "Check interval in seconds", shape: .integer(1...Int.max)),
    .required("timeout", \.timeout, "Timeout in seconds", shape: .integer(1...Int.max)),
    .defaulted(
      "retries", \.retries, "Retry attempts before failure", default: defaultRetries,
      shape: .integer(1...Int.max)),
    .defaulted(
      "grace_period", \.gracePeriod, "Grace period after deployment, in seconds", default: 30,
      shape: .integer(0...Int.max)),
    .defaulted(
      "expected_status", \.expectedStatus, "Expected HTTP status", default: defaultStatus,
      shape: .integer(statuses)),
    .optional("expected_body", \.expectedBody, "Expected response content"),
    .required(
      "alert_threshold", \.alertThreshold, "Consecutive failures before alert",
      shape: .integer(1...Int.max)),
    .defaulted("enabled", \.enabled, "Check is active", default: true),
    .optional("environments", \.environments, "Environments the check is meant for; all if absent")
  )

  /// Whether the check is active and meant for an environment.
  package func applies(to environment: EnvironmentName) throws(Unreadable) -> Bool {
    guard try enabled.get() else { return false }
    return try environments.get()?.contains(environment) ?? true
  }

  /// Whether the check names its environments and names none.
  package var isForNoEnvironment: Bool { (environments.value ?? nil)?.isEmpty == true }

  /// Whether the check is active, of a type, and becomes a check of Fly.io: only a tcp check does
  /// without a service.
  package func isRendered(
    as type: CheckType, in project: Project
  ) throws(Unreadable) -> Bool {
    guard try checkType.get() == type, try enabled.get(), !isForNoEnvironment else { return false }
    return type == .tcp || !project.leaves(.httpService)
  }

  /// Seconds that a probe takes when every attempt runs into its timeout; between two attempts
  /// is a second.
  package var longestProbe: Int {
    get throws(Unreadable) {
      let (timeout, retries) = (try timeout.get(), try retries.get())
      let (waiting, overflow) = timeout.multipliedReportingOverflow(by: retries)
      let (rest, restOverflow) = timeout.addingReportingOverflow(retries)
      let (sum, sumOverflow) = waiting.addingReportingOverflow(rest)
      return overflow || restOverflow || sumOverflow ? .max : sum
    }
  }
}
