import CommandKit
import DeployModel
import Documents

/// Looks at everything that a deployment depends on, and says whether to go ahead.
struct Check: Command {
  var options: CheckOptions
  var reports: ReportOptions

  static let syntax = CommandSyntax(
    "check", "Look at everything before a deployment, and say whether to go ahead",
    discussion: "Eight steps, each of which can be left out with --skip:\n\n"
      + CheckStep.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
      + "\n\nNo key is needed and nothing is asked over the network, unless --online is given. "
      + "With an identity, the values of the vault are searched for by content too, in whatever "
      + "file they hide. Exit code 1 if a finding is at or above --fail-on, 5 if the vault was "
      + "changed by someone not entitled to it, 3 if a step could not look.",
    examples: [
      Example("flyconf check", "all environments, before `fly deploy`"),
      Example("flyconf check --env production --strict", "one environment, warnings too"),
      Example("flyconf check --base origin/main", "see also that nothing was taken back"),
      Example("flyconf check --skip project --staged", "look for secrets before a commit"),
      Example("flyconf check --report sarif=flyconf.sarif", "for code scanning, too"),
    ],
    Self.init,
    .check,
    .reports
  )

  static let hasFindings = true

  func run(in context: Context) throws -> ExitCode {
    var run = try CheckRun(options, in: context)
    try run.settle(reports)
    let report = run.report
    let isHuman = context.options.format.name == OutputFormat.human.name
    if !isHuman { context.console.writeError(run.failureText) }
    try context.console.out(isHuman ? text(of: run) : context.options.format.renderFindings(report))
    let unwritten = reports.write(report, in: context)
    if !isHuman, !context.options.isQuiet { context.console.note(verdict(of: report)) }
    if let unwritten { return unwritten }
    let code = reports.exitCode(for: report)
    guard code != .integrity, let failure = run.failures.first else { return code }
    return failure.failure.exitCode
  }

  /// The steps, the findings and the verdict for people.
  private func text(of run: CheckRun) -> String {
    let report = run.report
    let parts = [
      TextTable(report.steps.map(\.row)).text, OutputFormat.human.renderFindings(report),
      report.diff ?? "", run.failureText, verdict(of: report) + "\n",
    ]
    return LogText.harmless(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private func verdict(of report: FindingsReport) -> String {
    LogText.harmless((report.verdict?.text ?? "").visible)
  }
}
