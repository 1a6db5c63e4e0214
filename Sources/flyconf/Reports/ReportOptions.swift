import CommandKit
import DeployModel

/// How a command that has findings shows them, and which of them make it fail.
struct ReportOptions: Sendable {
  var isStrict: Bool
  var failOn: FailOn?
  var files: [ReportFile]
  var baseline: String?
  var newBaseline: String?
  var hasNoCI: Bool

  /// Reads the baseline, and marks the findings that it has.
  func mark(_ report: inout FindingsReport, in context: Context) throws {
    guard let baseline else { return }
    let gone = try Baseline(baseline, context).mark(&report)
    if gone > 0, !context.options.isQuiet {
      context.console.note(
        "note: \(Counted(gone, "finding")) of '\(baseline)' \(gone == 1 ? "is" : "are") no longer "
          + "there: draw it anew with --write-baseline \(baseline)")
    }
  }

  /// Writes the reports that were asked for besides, and what a GitHub runner takes.
  ///
  /// One that cannot be written keeps no other from it, and is told on standard error: standard
  /// output has its result by then.
  ///
  /// - Returns: The exit code of a run whose reports are not all there.
  func write(_ report: FindingsReport, in context: Context) -> ExitCode? {
    var plain = report
    plain.hasColor = false
    var texts = files.map { ($0.path, $0.format.renderFindings(plain)) }
    if let newBaseline { texts.append((newBaseline, Baseline.text(of: report))) }
    let failures = texts.compactMap { path, text in failure(writing: text, to: path, context) }
    if !hasNoCI { GitHubRunner(context)?.show(report) }
    for failure in failures { FailureReport(context.console, .human).note(failure) }
    return failures.first?.exitCode
  }

  private func failure(writing text: String, to path: String, _ context: Context) -> Failure? {
    do throws(FileError) {
      try context.files.replace(context.absolute(path), with: Array(text.utf8))
      return nil
    } catch {
      return Failure(error)
    }
  }

  /// What has been recorded in a new baseline makes no run fail but what guards the vault.
  func exitCode(for report: FindingsReport) -> ExitCode {
    level.exitCode(for: report)
  }

  /// Whether a finding that counts makes the run fail.
  func blocks(_ finding: Finding) -> Bool { level.blocks(finding) }

  private var level: FailOn {
    newBaseline == nil ? failOn ?? (isStrict ? .warning : .error) : .none
  }
}

extension Parameter where Value == ReportOptions {
  /// The options of every command that has findings.
  static var reports: Self {
    .group(
      ReportOptions.init,
      .flag("--strict", summary: "Fail on warnings too: --fail-on warning"),
      .option(
        "--fail-on", placeholder: "LEVEL", "Lowest severity that makes the exit code 1 (error)"),
      .option(
        "--report", placeholder: "FORMAT=FILE", "Write a report to FILE too; may be repeated"),
      .option(
        "--baseline", placeholder: "FILE", "Count only findings that FILE does not have",
        completion: .file),
      .option(
        "--write-baseline", placeholder: "FILE", "Record the findings in FILE, and do not fail",
        completion: .file),
      .flag("--no-ci", summary: "Add nothing for the CI system that flyconf runs on"))
  }
}
