import CommandKit
import DeployModel

/// The lowest severity of findings that makes a run fail.
enum FailOn: String, CaseIterable, ArgumentValue {
  case error, warning, note, none

  func exitCode(for report: FindingsReport) -> ExitCode {
    guard let lowest = Severity(rawValue: rawValue) else { return .fine }
    return report.counted.contains { $0.rule.severity >= lowest } ? .found : .fine
  }
}
