import DeployModel
import Documents

/// What a run adds by itself on a runner of GitHub Actions: annotations on standard error, which
/// the runner reads too, a summary of the step, and counts for later steps.
///
/// Standard output does not depend on where a run takes place.
struct GitHubRunner {
  /// The most rows of the summary, which must stay below one mebibyte.
  private static let rowLimit = 500

  private let context: Context

  /// Nothing elsewhere.
  init?(_ context: Context) {
    guard context.environment["GITHUB_ACTIONS"] == "true" else { return nil }
    self.context = context
  }

  func show(_ report: FindingsReport) {
    if context.options.format.name != OutputFormat.github.name {
      context.console.writeError(GitHubAnnotations(report).text)
    }
    append(summary(of: report), toFileIn: "GITHUB_STEP_SUMMARY")
    append(
      "errors=\(report.count(.error))\nwarnings=\(report.count(.warning))\n",
      toFileIn: "GITHUB_OUTPUT")
  }

  /// A file that the runner has named and that cannot be written spoils no deployment.
  private func append(_ text: String, toFileIn variable: String) {
    guard let path = context.environment[variable], !path.isEmpty else { return }
    do throws(FileError) {
      try context.files.append(Array(text.utf8), to: path, mode: 0o644)
    } catch {
      context.console.note("note: \(variable): \(error)")
    }
  }

  // MARK: The summary

  private func summary(of report: FindingsReport) -> String {
    let counted = report.counted
    let title = "### flyconf: \(report.outcome)\n\n"
    guard !counted.isEmpty || !report.failures.isEmpty else { return title }
    let rows = counted.prefix(Self.rowLimit).map { row($0, report.paths) }
    let left = counted.count - rows.count
    return title + "| | Code | Where | What |\n|---|---|---|---|\n"
      + report.failures.map(row).joined() + rows.joined()
      + (left > 0 ? "\n\(left) more are not shown.\n" : "") + "\n"
  }

  private func row(_ finding: Finding, _ paths: RepositoryPaths) -> String {
    let place = "\(paths.path(of: finding.place.file)):\(finding.place.start.line)"
    return row([
      finding.rule.severity.rawValue, finding.rule.code.text, place,
      finding.message + Self.sentence(finding.help),
    ])
  }

  private func row(_ failure: StepFailure) -> String {
    row(["error", failure.step, "", failure.headline + Self.sentence(failure.help)])
  }

  private static func sentence(_ help: String?) -> String { help.map { ". \($0)" } ?? "" }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
  }

  /// Text that Markdown and HTML leave as it is.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n", "\r", "\t": " "
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "~", "#", "@": "\\\(scalar)"
      default: String(scalar).visible
      }
    }.joined()
  }
}
