import DeployModel
import Documents

extension OverviewSection {
  static let next = OverviewSection(
    title: "next", lines: { [$0.next] }, members: { [.init("next", $0.next)] })
}

extension OverviewSubject {
  /// What to do now: first what guards secrets, then what is wrong, then what is out of date.
  fileprivate var next: String {
    if hasVault, vault == nil { return "flyconf vault verify" }
    if let due, !due.due.isEmpty { return "flyconf secrets rotate" }
    if report.count(.error) + report.count(.warning) > 0 { return "flyconf validate" }
    if let file = staleFiles.first { return "flyconf render \(file)" }
    return "flyconf check"
  }
}
