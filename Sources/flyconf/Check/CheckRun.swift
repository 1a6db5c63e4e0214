import DeployModel
import Documents

/// One run of the steps of `flyconf check`.
struct CheckRun {
  let subject: CheckSubject
  private(set) var report: FindingsReport
  /// Why steps could not look, by their names.
  private(set) var failures: [(step: String, failure: Failure)] = []
  private var results: [StepResult] = []

  init(_ options: CheckOptions, in context: Context) throws {
    var start = context.stopwatch()
    subject = try CheckSubject(options, in: context)
    report = try FindingsReport(
      context, rules: Self.rules(options, subject), environments: options.environments)
    if let project = subject.project {
      report.add(.project(project.snapshot, project.layout), [])
    }
    for step in CheckStep.all {
      take(step)
      let end = context.stopwatch()
      if !results.isEmpty { results[results.count - 1].milliseconds = (end - start).milliseconds }
      start = end
    }
    report.findings.sort { Self.order($0) < Self.order($1) }
  }

  /// The rules of the steps that look, which are those that a report calls passed.
  private static func rules(_ options: CheckOptions, _ subject: CheckSubject) -> [Rule] {
    Rule.all.filter { rule in
      CheckStep.reporting(rule).map { reasonToSkip($0, options, subject) == nil } ?? false
    }
  }

  private static func reasonToSkip(
    _ step: CheckStep, _ options: CheckOptions, _ subject: CheckSubject
  ) -> String? {
    if options.skips(step) { return "by --skip" }
    return step.needsProject && subject.project == nil ? "no project" : nil
  }

  private mutating func take(_ step: CheckStep) {
    if let reason = Self.reasonToSkip(step, subject.options, subject) {
      return results.append(StepResult(name: step.name, outcome: .skipped, detail: reason))
    }
    var found = StepFindings()
    var outcome = StepResult.Outcome.ok
    do {
      try step.look(subject, &found)
    } catch {
      let failure = Failure(error)
      failures.append((step.name, failure))
      outcome = .failed
      found.detail = failure.message
    }
    if let reason = found.reasonToSkip { (outcome, found.detail) = (.skipped, reason) }
    add(found, of: step)
    results.append(StepResult(name: step.name, outcome: outcome, detail: found.detail))
  }

  private mutating func add(_ found: StepFindings, of step: CheckStep) {
    let inProject = (subject.project?.findings ?? []).filter { step.reports($0.rule) }
    report.findings += Self.distinct(inProject + found.findings).filter(subject.isAsked)
    for source in found.flyTomls { report.add(.flyToml(source), []) }
    if !found.diff.isEmpty { report.diff = (report.diff ?? "") + found.diff }
  }

  /// Of a required variable without a value, that it has none is no warning besides.
  private static func distinct(_ findings: [Finding]) -> [Finding] {
    let required = Set(
      findings.filter { $0.rule.isOne(of: .requiredVariableWithoutValue) }.map(\.place))
    return findings.filter {
      !$0.rule.isOne(of: .variableWithoutValue) || !required.contains($0.place)
    }
  }

  private static func order(_ finding: Finding) -> (String, SourcePosition, Rule.Code) {
    (finding.place.file, finding.place.start, finding.rule.code)
  }

  // MARK: Results

  /// Says how each step came out, once it is known which findings count.
  mutating func settle(_ reports: ReportOptions) throws {
    try reports.mark(&report, in: subject.context)
    report.steps = results.map { result in
      var result = result
      for finding in report.counted where CheckStep.reporting(finding.rule)?.name == result.name {
        result.counts[finding.rule.severity, default: 0] += 1
      }
      if result.outcome == .ok, !result.counts.isEmpty { result.outcome = .found }
      return result
    }
    report.verdict = DeployVerdict(
      subject, report, failures.map(\.step), blocks: reports.blocks)
  }
}

extension CheckRun {
  /// Why steps could not look, and what to do about it.
  var failureText: String {
    failures.map { step, failure in
      let help = failure.help.map { "help: \($0.visible)\n" } ?? ""
      return "error: \(step): \(failure.message.visible)\n\(help)"
    }.joined()
  }
}

extension Rule {
  func isOne(of rules: Rule...) -> Bool { rules.contains { $0.code == code } }
}
