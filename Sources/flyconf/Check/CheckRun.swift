import DeployModel
import Documents

/// One run of the steps of `flyconf check`.
struct CheckRun {
  let subject: CheckSubject
  private(set) var report: FindingsReport
  /// Why steps could not look, by their names.
  private(set) var failures: [(step: String, failure: Failure)] = []
  private var results: [StepResult] = []
  /// The names of the steps that made the findings of the report, in the same order.
  private var makers: [String] = []
  private var comparisons: [RenderedComparison] = []
  /// What hides the values of the vault, if a step has opened them.
  private var mask: ReportMask?

  init(_ options: CheckOptions, in context: Context) throws {
    let start = context.stopwatch()
    subject = try CheckSubject(options, in: context)
    report = try FindingsReport(
      context, rules: Self.rules(of: Self.asked(options, subject)),
      environments: options.environments)
    if let project = subject.project {
      report.add(.project(project.snapshot, project.layout), [])
    }
    let reading = (context.stopwatch() - start).milliseconds
    let begun = Self.begin(options, subject)
    for step in CheckStep.all { take(step, begun[step.name]) }
    // The first step is the one for which the project is read.
    results[0].milliseconds += reading
    sort()
    hideSecrets()
  }

  /// Has the long steps begin.
  private static func begin(
    _ options: CheckOptions, _ subject: CheckSubject
  ) -> [String: ParallelWork.Begun<StepLook>] {
    asked(options, subject).filter(\.isLong).reduce(into: [:]) { begun, step in
      begun[step.name] = ParallelWork.begin { StepLook(step, at: subject) }
    }
  }

  /// The steps that are to look.
  private static func asked(_ options: CheckOptions, _ subject: CheckSubject) -> [CheckStep] {
    CheckStep.all.filter { reasonToSkip($0, options, subject) == nil }
  }

  /// The rules that steps ask.
  private static func rules(of steps: [CheckStep]) -> [Rule] {
    let names = Set(steps.map(\.name))
    let hasComments = steps.contains(where: \.readsComments)
    return Rule.all.filter { rule in
      CheckStep.reporting(rule).map { names.contains($0.name) } ?? false
        || hasComments && rule.isAboutSuppressions
    }
  }

  private static func reasonToSkip(
    _ step: CheckStep, _ options: CheckOptions, _ subject: CheckSubject
  ) -> String? {
    if options.skips(step) { return "by --skip" }
    return step.needsProject && subject.project == nil ? "no project" : nil
  }

  private mutating func take(_ step: CheckStep, _ begun: ParallelWork.Begun<StepLook>?) {
    if let reason = Self.reasonToSkip(step, subject.options, subject) {
      return results.append(StepResult(name: step.name, outcome: .skipped, detail: reason))
    }
    let look = begun?.get() ?? StepLook(step, at: subject)
    let found = look.found
    mask = found.mask ?? mask
    var result = StepResult(
      name: step.name, outcome: .ok, detail: found.detail, milliseconds: look.milliseconds)
    if let failure = look.failure {
      failures.append((step.name, failure))
      (result.outcome, result.detail) = (.failed, failure.message)
      result.failure = StepFailure(
        step: step.name, message: failure.message, help: failure.help, file: subject.file)
    }
    if let reason = found.reasonToSkip { (result.outcome, result.detail) = (.skipped, reason) }
    add(found, of: step)
    results.append(result)
  }

  private mutating func add(_ found: StepFindings, of step: CheckStep) {
    let inProject = (subject.project?.findings ?? []).filter { step.reports($0.rule) }
    let news = Self.distinct(inProject + found.findings).filter(subject.isAsked)
    report.findings += news
    makers += news.map { _ in step.name }
    for source in found.flyTomls { report.add(.flyToml(source), []) }
    comparisons += found.comparisons
  }

  /// Of a required variable without a value, that it has none is no warning besides.
  private static func distinct(_ findings: [Finding]) -> [Finding] {
    let required = Set(
      findings.filter { $0.rule.isOne(of: .requiredVariableWithoutValue) }.map(\.place))
    return findings.filter {
      !$0.rule.isOne(of: .variableWithoutValue) || !required.contains($0.place)
    }
  }

  /// Orders the findings by their places. Of a comment that several steps have read, each says the
  /// same, which stays once.
  private mutating func sort() {
    // By bytes, for names that are spelled in two ways are two files.
    var seen: Set<[[UInt8]]> = []
    let made = zip(report.findings, makers).filter { finding, _ in
      guard finding.rule.isAboutSuppressions else { return true }
      let (place, code) = (finding.place, finding.rule.code.text)
      let start = "\(place.start.line):\(place.start.column)"
      return seen.insert([code, place.file, start, finding.message].map { Array($0.utf8) })
        .inserted
    }.sorted { Self.order($0.0) < Self.order($1.0) }
    report.findings = made.map(\.0)
    makers = made.map(\.1)
  }

  private static func order(_ finding: Finding) -> (String, SourcePosition, Rule.Code) {
    (finding.place.file, finding.place.start, finding.rule.code)
  }

  /// Hides what the vault holds, and what looks like a secret, before anything is shown. Where the
  /// search for secrets is left out, the values are opened for nothing else.
  private mutating func hideSecrets() {
    let mask = mask ?? ReportMask((try? SealedValues(in: subject))?.known ?? KnownValues())
    report.mask(by: mask)
    let diff = comparisons.map { $0.diff(maskedBy: mask) }.joined()
    if !diff.isEmpty { report.diff = diff }
    for index in failures.indices {
      failures[index].failure = failures[index].failure.masked(by: mask)
    }
    for index in results.indices {
      results[index].detail = mask.masked(results[index].detail)
      results[index].failure = results[index].failure?.masked(by: mask)
    }
  }

  // MARK: Results

  /// Says how each step came out, once it is known which findings count.
  mutating func settle(_ reports: ReportOptions) throws {
    try reports.mark(&report, in: subject.context)
    report.steps = results.map { result in
      var result = result
      for (finding, maker) in zip(report.findings, makers)
      where maker == result.name && finding.counts {
        result.counts[finding.rule.severity, default: 0] += 1
      }
      if result.outcome == .ok, !result.counts.isEmpty { result.outcome = .found }
      return result
    }
    report.answeredRules = answeredRules
    report.verdict = DeployVerdict(subject, report, reports)
  }

  /// The rules that were asked by steps which looked: only of them it is known that they found no
  /// more than this.
  private var answeredRules: [Rule] {
    let outcomes = Dictionary(
      results.map { ($0.name, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    let looked = CheckStep.all.filter { [.ok, .found].contains(outcomes[$0.name]) }
    let hasUnread = CheckStep.all.contains { $0.readsComments && outcomes[$0.name] == .failed }
    return Self.rules(of: looked).filter { !(hasUnread && $0.isAboutSuppressions) }
  }
}

extension CheckRun {
  /// Why steps could not look, and what to do about it.
  var failureText: String {
    failures.map { step, failure in
      let help = failure.help.map { "help: \($0.visible)\n" } ?? ""
      return LogText.harmless("error: \(step): \(failure.message.visible)\n\(help)")
    }.joined()
  }
}

extension Rule {
  func isOne(of rules: Rule...) -> Bool { rules.contains { $0.code == code } }
}
