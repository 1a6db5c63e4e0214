import DeployModel
import Documents

/// The rendered file of one environment, as it stands beside the project.
struct RenderedFile {
  private let environment: EnvironmentName
  private let subject: CheckSubject
  private let path: String

  init(_ environment: EnvironmentName, in subject: CheckSubject) {
    self.environment = environment
    self.subject = subject
    path = Path.join(subject.folder, ProjectLayout.renderedName(for: environment))
  }

  private var name: String { subject.context.shown(path) }

  /// That it is not there, where there is a project to render it from.
  func missing() -> [Finding] {
    guard subject.project != nil else { return [] }
    return [
      finding(
        .renderedFileMissing, "\(environment.rawValue) has no rendered file",
        help: "write it with `flyconf render \(ProjectLayout.renderedName(for: environment))`")
    ]
  }

  /// That it is another file, whose text is nobody's to show.
  func outside() -> Finding {
    let file = ProjectLayout.renderedName(for: environment)
    return finding(
      .renderedFileOutside, "'\(file)' is \(OutsideLink.description), so it was not read",
      help: OutsideLink.help)
  }

  /// That it means something else than what would be rendered, and how it differs.
  func comparison(with source: SourceText) -> (finding: Finding, files: RenderedComparison?)? {
    guard let project = subject.project else { return nil }
    let file = ProjectLayout.renderedName(for: environment)
    do throws(RenderingError) {
      let rendered = try project.snapshot.render(environment)
      let comparison = RenderedComparison(rendered, with: source)
      guard !comparison.isSame else { return nil }
      let stale = finding(
        .renderedFileStale, "'\(file)' means something else than what would be rendered",
        help: "write it with `flyconf render \(file)`, and look at the difference before deploying",
        line: comparison.firstDifference)
      return (stale, comparison)
    } catch {
      let stale = finding(
        .renderedFileStale, "'\(file)' cannot be compared: \(error.message)", help: error.help)
      return (stale, nil)
    }
  }

  private func finding(
    _ rule: Rule, _ message: String, help: String?, line: Int = 1
  ) -> Finding {
    Finding(rule, message, help: help, file: name, line: line, environment: environment)
  }
}
