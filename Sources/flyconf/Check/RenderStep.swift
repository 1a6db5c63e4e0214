import DeployModel
import Documents

extension CheckStep {
  static let render = CheckStep(
    name: "render", summary: "fly.toml files are what would be rendered, and flyctl takes them",
    reports: { $0.isOfFlyToml || $0.isOne(of: .renderedFileStale, .renderedFileMissing) },
    needsProject: false,
    look: { subject, found in
      var names: [String] = []
      for environment in subject.environments {
        let file = RenderedFile(environment, in: subject)
        guard let source = try file.source() else {
          found.findings += file.missing()
          continue
        }
        names.append(ProjectLayout.renderedName(for: environment))
        found.flyTomls.append(source)
        found.findings += file.findings(in: source)
        if let stale = file.comparison(with: source) {
          found.findings.append(stale.finding)
          found.diff += stale.diff
        }
      }
      found.detail = names.isEmpty ? "no rendered file" : names.joined(separator: ", ")
    })
}

extension Rule {
  /// Whether it is about a fly.toml.
  fileprivate var isOfFlyToml: Bool { code.text.hasPrefix("FC9") }
}
