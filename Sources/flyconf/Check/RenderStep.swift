import DeployModel
import Documents

extension CheckStep {
  static let render = CheckStep(
    name: "render", summary: "fly.toml files are what would be rendered, and flyctl takes them",
    reports: { $0.isOfFlyToml || $0.isOneOfRenderedFiles },
    needsProject: false,
    readsComments: true,
    look: { subject, found in
      var names: [String] = []
      for environment in subject.environments {
        let file = RenderedFile(environment, in: subject)
        if subject.rendered?.isOutside(environment) == true {
          found.findings.append(file.outside())
          continue
        }
        guard let entry = try subject.rendered?.entry(for: environment) else {
          found.findings += file.missing()
          continue
        }
        let source = entry.source
        names.append(ProjectLayout.renderedName(for: environment))
        found.flyTomls.append(source)
        found.findings += entry.findings
        if let stale = file.comparison(with: source) {
          found.findings.append(stale.finding)
          found.comparisons += [stale.files].compactMap(\.self)
        }
      }
      found.detail = names.isEmpty ? "no rendered file" : names.joined(separator: ", ")
    })
}

extension Rule {
  /// Whether it is about what stands in the place of a rendered file.
  fileprivate var isOneOfRenderedFiles: Bool {
    isOne(of: .renderedFileStale, .renderedFileMissing, .renderedFileOutside)
  }

  /// Whether it is about a fly.toml.
  fileprivate var isOfFlyToml: Bool { code.text.hasPrefix("FC9") }
}
