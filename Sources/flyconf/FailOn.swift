import CommandKit
import DeployModel

/// The lowest severity of findings that makes a run fail.
enum FailOn: String, CaseIterable, ArgumentValue {
  case error, warning, note, none

  /// What someone has changed in the vault without being entitled to it fails at every level.
  func exitCode(for report: FindingsReport) -> ExitCode {
    if report.counted.contains(where: \.rule.guardsVault) { return .integrity }
    return report.counted.contains(where: blocks) ? .found : .fine
  }

  /// Whether a finding that counts makes a run fail.
  func blocks(_ finding: Finding) -> Bool {
    if finding.rule.guardsVault { return true }
    return Severity(rawValue: rawValue).map { finding.rule.severity >= $0 } ?? false
  }
}
