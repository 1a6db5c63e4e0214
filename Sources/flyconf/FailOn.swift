import CommandKit
import DeployModel

/// The lowest severity of findings that makes a run fail.
enum FailOn: String, CaseIterable, ArgumentValue {
  case error, warning, note, none

  /// What someone has changed in the vault without being entitled to it fails at every level.
  func exitCode(for report: FindingsReport) -> ExitCode {
    if report.counted.contains(where: \.rule.guardsVault) { return .integrity }
    guard let lowest = Severity(rawValue: rawValue) else { return .fine }
    return report.counted.contains { $0.rule.severity >= lowest } ? .found : .fine
  }
}
