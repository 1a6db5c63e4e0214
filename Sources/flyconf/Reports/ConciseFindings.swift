import DeployModel
import Documents

extension OutputFormat {
  static let concise = OutputFormat(
    name: "concise", summary: "one line a finding", audience: .people
  ) { report in
    LogText.harmless(
      report.counted.map { $0.headline(Style(isOn: report.hasColor)) + "\n" }.joined())
  }
}

extension Finding {
  /// The line by which compilers, editors and CI systems know a finding.
  func headline(_ style: Style) -> String {
    let position = "\(LogText.path(place.file).visible):\(place.start.line):\(place.start.column)"
    let severity = style.severity("\(rule.severity.rawValue)[\(rule.code)]", rule.severity)
    return "\(style.bold(position)): \(severity): \(message.visible)"
  }
}
