import DeployModel
import Documents

/// Whether a project can be deployed, and to which environments.
struct DeployVerdict: Sendable {
  let deployable: [EnvironmentName]
  let blocked: [EnvironmentName]
  private let outcome: String
  /// What was done instead of judging the findings.
  private let recording: String?

  /// - Parameters:
  ///   - report: With the steps as they came out.
  ///   - reports: What says which findings keep an environment from being deployed.
  init(_ subject: CheckSubject, _ report: FindingsReport, _ reports: ReportOptions) {
    let blocking = report.counted.filter(reports.blocks)
    let environments = subject.environments
    let all = !report.failures.isEmpty || blocking.contains { subject.environment(of: $0) == nil }
    let named = Set(blocking.compactMap(subject.environment))
    blocked = all ? environments : environments.filter(named.contains)
    deployable = all ? [] : environments.filter { !named.contains($0) }
    outcome = report.outcome
    recording = reports.newBaseline.map { path in
      let count = Baseline.recorded(of: report).count
      return "recorded \(Counted(count, "finding")) in '\(path)', and judged none"
    }
  }

  var isDeployable: Bool { blocked.isEmpty }

  /// The last line of a run.
  var text: String {
    guard !isDeployable else {
      return "\(recording ?? "deployable to \(Self.list(deployable))"): \(outcome)"
    }
    let rest =
      deployable.isEmpty || recording != nil ? "" : "; deployable to \(Self.list(deployable))"
    return "not deployable to \(Self.list(blocked)): \(outcome)\(rest)"
  }

  /// Adds whether each environment can be deployed, with documented, stable keys; of what was not
  /// judged there is nothing to say.
  func add(to node: inout Node) {
    guard recording == nil || !isDeployable else { return }
    node.setMember("deployable", Node(.bool(isDeployable)))
    let environments = (recording == nil ? deployable : []) + blocked
    let nodes = environments.sorted { $0.rawValue < $1.rawValue }.map { environment -> Node in
      .object([
        "environment": Node(.string(environment.rawValue)),
        "deployable": Node(.bool(deployable.contains(environment))),
      ])
    }
    node.setMember("environments", Node(.array(nodes)))
  }

  private static func list(_ environments: [EnvironmentName]) -> String {
    environments.map(\.rawValue).joined(separator: ", ")
  }
}
