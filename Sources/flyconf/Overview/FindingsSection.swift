import DeployModel
import Documents

extension OverviewSection {
  static let findings = OverviewSection(
    title: "findings",
    lines: { subject in
      let counts = Severity.allCases.reversed().map { severity in
        let count = subject.report.count(severity)
        let text = "\(Counted(count, severity.rawValue))"
        return count > 0 ? subject.style.severity(text, severity) : text
      }
      return [counts.joined(separator: ", ")]
    },
    members: { [.init(key: "summary", value: $0.report.summaryNode)] })
}
