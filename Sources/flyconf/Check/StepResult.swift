import DeployModel
import Documents

/// How a step of `flyconf check` came out.
struct StepResult: Sendable {
  enum Outcome: String, Sendable {
    /// It found nothing that counts.
    case ok
    case found
    case skipped
    /// It could not look.
    case failed
  }

  var name: String
  var outcome: Outcome
  /// What was looked at; for a step that was skipped or failed, why.
  var detail: String
  var milliseconds: Int64 = 0
  var failure: StepFailure?
  /// How many findings of each severity count.
  var counts: [Severity: Int] = [:]

  /// The columns of its line.
  var row: [String] {
    let time = outcome == .skipped ? "" : " (\(milliseconds) ms)"
    return ["  \(name)", result, detail + time]
  }

  private var result: String {
    guard outcome == .found else { return outcome.rawValue }
    return Severity.allCases.reversed().compactMap { severity in
      let count = counts[severity] ?? 0
      return count == 0 ? nil : "\(Counted(count, severity.rawValue))"
    }.joined(separator: ", ")
  }

  /// Its documented, stable keys.
  var node: Node {
    var node: Node = .object([
      "step": Node(.string(name)), "result": Node(.string(outcome.rawValue)),
    ])
    for severity in Severity.allCases.reversed() where outcome == .ok || outcome == .found {
      node.setMember(
        "\(severity.rawValue)s", Node(integerLiteral: counts[severity] ?? 0))
    }
    if !detail.isEmpty { node.setMember("detail", Node(.string(detail))) }
    node.setMember("milliseconds", Node(integerLiteral: Int(milliseconds)))
    return node
  }
}
