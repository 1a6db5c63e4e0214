import DeployModel
import Documents

/// Whether a project can be deployed, and to which environments.
struct DeployVerdict: Sendable {
  let deployable: [EnvironmentName]
  let blocked: [EnvironmentName]
  private let totals: String
  private let failedSteps: [String]

  /// - Parameter blocks: Whether a finding keeps its environment from being deployed.
  init(
    _ subject: CheckSubject, _ report: FindingsReport, _ failedSteps: [String],
    blocks: (Finding) -> Bool
  ) {
    let blocking = report.counted.filter(blocks)
    let environments = subject.environments
    let all = !failedSteps.isEmpty || blocking.contains { subject.environment(of: $0) == nil }
    let named = Set(blocking.compactMap(subject.environment))
    blocked = all ? environments : environments.filter(named.contains)
    deployable = all ? [] : environments.filter { !named.contains($0) }
    totals = report.totals
    self.failedSteps = failedSteps
  }

  var isDeployable: Bool { blocked.isEmpty }

  /// The last line of a run.
  var text: String {
    guard !isDeployable else { return "deployable to \(Self.list(deployable)): \(totals)" }
    let failed = failedSteps.map { "'\($0)' could not look" }
    let why = (failed + [totals]).joined(separator: ", ")
    let rest = deployable.isEmpty ? "" : "; deployable to \(Self.list(deployable))"
    return "not deployable to \(Self.list(blocked)): \(why)\(rest)"
  }

  /// Each environment and whether it can be deployed, with documented, stable keys.
  var node: Node {
    Node(
      .array(
        (deployable + blocked).sorted { $0.rawValue < $1.rawValue }.map { environment in
          .object([
            "environment": Node(.string(environment.rawValue)),
            "deployable": Node(.bool(deployable.contains(environment))),
          ])
        }))
  }

  private static func list(_ environments: [EnvironmentName]) -> String {
    environments.map(\.rawValue).joined(separator: ", ")
  }
}
