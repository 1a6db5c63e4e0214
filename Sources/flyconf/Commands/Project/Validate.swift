import CommandKit
import DeployModel
import Documents

/// Checks the project, or single files of one, against every rule.
struct Validate: Command {
  var paths: [String]
  var isStrict: Bool
  var failOn: FailOn?
  var rules: [RuleChoice]
  var ignored: [RuleChoice]
  var standardInputName: String?

  static let syntax = CommandSyntax(
    "validate", "Find every mistake in the project and point at it",
    discussion: "Without PATH, the whole project is checked. PATH is a project's folder, or one "
      + "file of a project, which is then checked by itself; - is standard input.",
    examples: [
      Example("flyconf validate", "check the project in this folder or above"),
      Example("flyconf validate --strict --format concise", "fail on warnings, one line each"),
      Example(
        "flyconf validate - --stdin-filename variables.json < draft.json",
        "check what an editor has not saved yet"),
    ],
    Self.init,
    .argument("PATH", "Folder of a project, a project file, or -", completion: .file),
    .flag("--strict", summary: "Fail on warnings too: --fail-on warning"),
    .option(
      "--fail-on", placeholder: "LEVEL", "Lowest severity that makes the exit code 1 (error)"),
    .option("--rule", placeholder: "CODE", "Check only this rule", completion: .named("rule")),
    .option("--ignore", placeholder: "CODE", "Leave this rule out", completion: .named("rule")),
    .option(
      "--stdin-filename", placeholder: "NAME", "The project file that standard input stands for",
      completion: .file)
  )

  func run(in context: Context) throws -> ExitCode {
    let start = context.stopwatch()
    let now = try context.now()
    var report = FindingsReport(hasColor: context.hasColor)
    for snapshot in try snapshots(context) { report.add(snapshot, at: now, selectedRules) }
    try context.console.out(context.options.format.renderFindings(report))
    if !context.options.isQuiet {
      let gap = report.counted.isEmpty || context.options.format.name != "human" ? "" : "\n"
      context.console.note(gap + report.summary(took: context.stopwatch() - start))
    }
    return (failOn ?? (isStrict ? .warning : .error)).exitCode(for: report)
  }

  private var selectedRules: [Rule] {
    let chosen = Set(rules.map(\.rule.code))
    let left = Set(ignored.map(\.rule.code))
    return Rule.all.filter { rule in
      (chosen.isEmpty || chosen.contains(rule.code)) && !left.contains(rule.code)
    }
  }

  private func snapshots(_ context: Context) throws -> [ProjectSnapshot] {
    if paths.isEmpty { return [try context.openVerified()] }
    let snapshots = try paths.map { try snapshot($0, context) }
    var names: Set<String> = []
    for source in snapshots.flatMap(\.sources) where !names.insert(source.name).inserted {
      throw Failure(.usage, "'\(source.name)' is named twice", help: "name each file once")
    }
    return snapshots
  }

  private func snapshot(_ path: String, _ context: Context) throws -> ProjectSnapshot {
    if path == "-" { return try standardInput(context) }
    let absolute = context.absolute(path)
    if try context.files.kind(of: absolute) == .folder {
      guard let layout = try ProjectLayout.at(absolute, context.files) else {
        throw Failure("'\(path)' holds no project: there is no deployment.json in it")
      }
      return try ProjectStore(layout, context.files).open(naming: context.shown)
    }
    let file = try Self.projectFile(named: path)
    guard let bytes = try context.files.contents(of: absolute, limit: SourceText.sizeLimit) else {
      throw Failure("cannot read '\(path)': no such file or folder", help: "check the path")
    }
    return ProjectSnapshot(alone: file, SourceText(name: context.shown(absolute), bytes: bytes))
  }

  private func standardInput(_ context: Context) throws -> ProjectSnapshot {
    guard let name = standardInputName else {
      throw Failure(
        .usage, "standard input has no name, so it is unclear which project file it is",
        help: "say it with --stdin-filename, such as --stdin-filename variables.json")
    }
    let file = try Self.projectFile(named: name)
    let bytes = try context.console.readInput(SourceText.sizeLimit)
    return ProjectSnapshot(alone: file, SourceText(name: name, bytes: bytes))
  }

  private static func projectFile(named path: String) throws -> ProjectFile {
    let name = Path.name(of: path)
    if let file = ProjectFile.all.first(where: { $0.name == name }) { return file }
    throw Failure(
      "'\(path)' is not the name of a project file",
      help: Spelling.help(for: name, in: ProjectFile.all.map(\.name)))
  }
}
