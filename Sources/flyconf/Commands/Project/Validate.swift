import CommandKit
import DeployModel
import Documents

/// Checks the project, or single files of one, against every rule.
struct Validate: Command {
  var paths: [String]
  var rules: [RuleChoice]
  var ignored: [RuleChoice]
  var isFixing: Bool
  var hasDiff: Bool
  var standardInputName: String?
  var reports: ReportOptions

  static let syntax = CommandSyntax(
    "validate", "Find every mistake in the project, or in any fly.toml, and point at it",
    discussion: "Without PATH, the whole project is checked. PATH is any fly.toml, with no project "
      + "around it; or a project's folder, or one file of a project, which is then checked by "
      + "itself; - is standard input.\n\n--fix mends what needs no decision: what means the same "
      + "to flyctl once it is written properly, what has no effect, values in quotes that flyctl "
      + "wants without, and ids and times that entities lack. Nothing else in a file changes, and "
      + "what the vault guards is left alone. What remains is reported.",
    examples: [
      Example("flyconf validate", "check the project in this folder or above"),
      Example("flyconf validate fly.toml fly.staging.toml", "check files of flyctl's"),
      Example("flyconf validate --strict --format concise", "fail on warnings, one line each"),
      Example("flyconf validate --fix fly.toml", "mend what can be mended, report the rest"),
      Example("flyconf validate --report sarif=flyconf.sarif", "for code scanning, too"),
      Example(
        "flyconf validate - --stdin-filename variables.json < draft.json",
        "check what an editor has not saved yet"),
    ],
    Self.init,
    .argument("PATH", "A fly.toml, a project's folder or file, or -", completion: .file),
    .option("--rule", placeholder: "CODE", "Check only this rule", completion: .named("rule")),
    .option("--ignore", placeholder: "CODE", "Leave this rule out", completion: .named("rule")),
    .flag("--fix", summary: "Mend in the files what needs no decision"),
    .flag("--diff", summary: "Write nothing; show what --fix would change, as `diff -u` does"),
    .option(
      "--stdin-filename", placeholder: "NAME", "The file that standard input stands for",
      completion: .file),
    .reports
  )

  static let hasFindings = true

  func run(in context: Context) throws -> ExitCode {
    let start = context.stopwatch()
    let now = try context.now()
    var subjects = try subjects(context)
    try refuseRulesOfGate()
    let mending = Mending(rules: selectedRules, now: now, context: context)
    let mended = try hasDiff ? mending.preview(subjects) : isFixing ? mending.write(subjects) : []
    if isFixing, !hasDiff { subjects = try self.subjects(context) }
    var report = try report(on: subjects, at: now, context)
    try reports.mark(&report, in: context)
    if hasDiff { report.diff = mended.map(\.diff).joined() }
    try show(report, context)
    let unwritten = reports.write(report, in: context)
    if !context.options.isQuiet {
      note(mended, context)
      let isSpaced = context.options.format.name == "human" && !hasDiff && mended.isEmpty
      let gap = report.counted.isEmpty || !isSpaced ? "" : "\n"
      context.console.note(gap + report.summary(took: context.stopwatch() - start))
    }
    return unwritten ?? reports.exitCode(for: report)
  }

  private func report(
    on subjects: [ValidatedSubject], at now: Timestamp, _ context: Context
  ) throws -> FindingsReport {
    let rules = selectedRules
    var report = try FindingsReport(context, rules: rules)
    let flyTomlRules = FlyTomlRules(rules)
    // Each fly.toml is much work by itself.
    let found = ParallelWork.map(subjects, inPartsOf: 16) { part in
      part.map { $0.findings(at: now, rules, flyTomlRules) }
    }
    for (subject, findings) in zip(subjects, found.joined()) { report.add(subject, findings) }
    report.maskReasons(by: ReportMask())
    return report
  }

  /// People who ask for the diff are shown nothing else.
  private func show(_ report: FindingsReport, _ context: Context) throws {
    let format = context.options.format
    let diff = format.isMachine ? nil : report.diff
    try context.console.out(diff ?? format.renderFindings(report))
  }

  private func note(_ mended: [MendedFile], _ context: Context) {
    let verb = hasDiff ? "would fix" : "fixed"
    for file in mended {
      context.console.note(
        "\(verb) \(Counted(file.count, "finding")) in \(file.source.name.visible)")
    }
    if mended.isEmpty, isFixing || hasDiff { context.console.note("nothing to fix") }
  }

  private func refuseRulesOfGate() throws {
    guard let rule = rules.map(\.rule).first(where: \.isOfGate) else { return }
    throw Failure(
      .usage, "only `flyconf check` asks the rule \(rule.code) (\(rule.name))",
      help: "run `flyconf check`; what a file says by itself does not tell")
  }

  private var selectedRules: [Rule] {
    let chosen = Set(rules.map(\.rule.code))
    let left = Set(ignored.map(\.rule.code))
    return Rule.validated.filter { rule in
      (chosen.isEmpty || chosen.contains(rule.code)) && !left.contains(rule.code)
    }
  }

  private func subjects(_ context: Context) throws -> [ValidatedSubject] {
    if paths.isEmpty {
      return [.project(try context.openVerified(), try context.store().layout)]
    }
    if isFixing, !hasDiff, paths.contains("-") {
      throw Failure(
        .usage, "standard input cannot be fixed: there is no file to write",
        help: "show what would change with --diff, or name the file")
    }
    let subjects = try paths.map { try subject($0, context) }
    var names: Set<String> = []
    for source in subjects.flatMap(\.sources) where !names.insert(source.name).inserted {
      throw Failure(.usage, "'\(source.name)' is named twice", help: "name each file once")
    }
    return subjects
  }

  private func subject(_ path: String, _ context: Context) throws -> ValidatedSubject {
    if path == "-" { return try standardInput(context) }
    let absolute = context.absolute(path)
    if try context.files.kind(of: absolute) == .folder {
      guard let layout = try ProjectLayout.at(absolute, context.files) else {
        throw Failure("'\(path)' holds no project: there is no deployment.json in it")
      }
      let store = ProjectStore(layout, context.files)
      return .project(try store.open(naming: context.shown), layout)
    }
    if !FlyTomlFile.isName(path) { _ = try Self.projectFile(named: path) }
    try context.refuseOutsideLink(at: absolute)
    guard let bytes = try context.files.contents(of: absolute, limit: SourceText.sizeLimit) else {
      throw Failure("cannot read '\(path)': no such file or folder", help: "check the path")
    }
    return try Self.subject(path, SourceText(name: context.shown(absolute), bytes: bytes))
  }

  private func standardInput(_ context: Context) throws -> ValidatedSubject {
    guard let name = standardInputName else {
      throw Failure(
        .usage, "standard input has no name, so it is unclear which file it is",
        help: "say it with --stdin-filename, such as --stdin-filename fly.toml")
    }
    if !FlyTomlFile.isName(name) { _ = try Self.projectFile(named: name) }
    let bytes = try context.console.readInput(SourceText.sizeLimit)
    return try Self.subject(name, SourceText(name: name, bytes: bytes))
  }

  private static func subject(_ path: String, _ source: SourceText) throws -> ValidatedSubject {
    if FlyTomlFile.isName(path) { return .flyToml(source) }
    return .projectFile(ProjectSnapshot(alone: try projectFile(named: path), source))
  }

  private static func projectFile(named path: String) throws -> ProjectFile {
    let name = Path.name(of: path)
    if let file = ProjectFile.all.first(where: { $0.name == name }) { return file }
    throw Failure(
      "'\(path)' is neither a fly.toml nor the name of a project file",
      help: Spelling.help(for: name, in: ["fly.toml"] + ProjectFile.all.map(\.name)))
  }
}
