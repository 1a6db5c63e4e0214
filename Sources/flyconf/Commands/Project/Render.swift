import CommandKit
import DeployModel
import Documents

/// Writes the fly.toml of one environment.
struct Render: Command {
  var file: String?
  var environment: EnvironmentName?
  var isCheck: Bool
  var hasDiff: Bool
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "render", "Write the fly.toml of an environment",
    discussion: "Without FILE, or with -, the text goes to standard output. Without --env, a FILE "
      + "such as fly.staging.toml says the environment, else it is production. A file that "
      + "flyconf did not render is only replaced with --yes, and nothing is written while the "
      + "project has errors that Fly.io would refuse. What fly.toml cannot say is listed on "
      + "standard error, with the command that does it.",
    examples: [
      Example("flyconf render fly.toml", "production"),
      Example("flyconf render fly.staging.toml", "staging"),
      Example("flyconf render fly.toml --check", "exit with 1 if the file means something else"),
      Example("flyconf render --env development", "another environment, to standard output"),
    ],
    Self.init,
    .argument("FILE", "File to write", completion: .file),
    .option("--env", "-e", placeholder: "ENV", "Environment to render"),
    .flag("--check", summary: "Write nothing; exit with 1 if FILE means something else"),
    .flag("--diff", summary: "Write nothing; show how FILE differs, as `diff -u` does"),
    .flag("--dry-run", "-n", summary: "Write nothing; print what would be written")
  )

  func run(in context: Context) throws -> ExitCode {
    if file != nil, context.options.output != nil {
      throw Failure(.usage, "both FILE and --output are given", help: "name the file once")
    }
    let environment = environment ?? Self.environment(of: file) ?? .production
    let snapshot = try context.open()
    try refuseErrors(in: snapshot, at: try context.now())
    let rendered: RenderedConfiguration
    do {
      rendered = try snapshot.render(environment)
    } catch {
      throw Failure(
        .found, "cannot render \(environment.rawValue): \(error.message)", help: error.help)
    }
    let path = file.flatMap { $0 == "-" ? nil : $0 }
    if isCheck || hasDiff { return try compare(rendered, environment, path, context) }
    var isWritten = false
    if let path, !isDryRun { isWritten = try write(rendered.text, to: path, context) }
    try show(rendered, environment, path, isWritten, context)
    return .fine
  }

  /// Compares a file with what would be rendered: by its lines, and by what it means to flyctl.
  private func compare(
    _ rendered: RenderedConfiguration, _ environment: EnvironmentName, _ path: String?,
    _ context: Context
  ) throws -> ExitCode {
    let name = path ?? ProjectLayout.renderedName(for: environment)
    let folder = try context.store().layout.applicationFolder
    let place = path.map(context.absolute) ?? Path.join(folder, name)
    try context.refuseOutsideLink(at: place)
    let bytes = try context.files.contents(of: place, limit: SourceText.sizeLimit) ?? []
    let comparison = RenderedComparison(rendered, with: SourceText(name: name, bytes: bytes))
    try comparison.result(showingDiff: hasDiff).show(in: context)
    return comparison.isSame || !isCheck ? .fine : .found
  }

  /// The environment that the name of a path says, as `import` reads it.
  private static func environment(of path: String?) -> EnvironmentName? {
    path.flatMap { FlyTomlName(Path.name(of: $0)).environment }
  }

  /// A file with what Fly.io refuses in it, or made of half of what was meant, is worse than none.
  private func refuseErrors(in snapshot: ProjectSnapshot, at now: Timestamp) throws {
    let errors = snapshot.validate(at: now).filter { finding in
      finding.rule.severity == .error && finding.rule.protection == .platform
    }
    guard let first = errors.first else { return }
    let others = errors.count == 1 ? "" : ", and \(errors.count - 1) more"
    throw Failure(
      .found,
      "nothing was rendered: \(first.place.file):\(first.place.start.line): \(first.message)"
        + others, help: "run `flyconf validate` to see all of it")
  }

  private func write(_ text: String, to path: String, _ context: Context) throws -> Bool {
    let absolute = context.absolute(path)
    if ProjectFile.all.contains(where: { $0.name == Path.name(of: path) }) {
      throw Failure(.usage, "'\(path)' has the name of a project file", help: "render to fly.toml")
    }
    let old = try context.files.contents(of: absolute, limit: SourceText.sizeLimit)
    if let old {
      if old == Array(text.utf8) { return false }
      let isOurs = RenderedConfiguration.isRendered(String(decoding: old, as: UTF8.self))
      guard isOurs || context.options.isAgreed else {
        throw Failure(
          "'\(path)' was not rendered by flyconf, so it is left as it is",
          help: "take over what it says with `flyconf import \(path)`, or replace it with --yes")
      }
    }
    try context.files.replace(absolute, with: Array(text.utf8))
    return true
  }

  private func show(
    _ rendered: RenderedConfiguration, _ environment: EnvironmentName, _ path: String?,
    _ isWritten: Bool, _ context: Context
  ) throws {
    if context.options.format.isMachine {
      return try context.console.out(
        JSONWriter.document(node(rendered, environment, path, isWritten)))
    }
    if path == nil || isDryRun { try context.console.out(rendered.text) }
    guard !context.options.isQuiet else { return }
    for note in rendered.notes {
      let command = note.command.map { ": `\($0)`" } ?? ""
      context.console.note("note: \(note.subject): \(note.message)\(command)")
    }
    if let path, !isDryRun {
      context.console.note(isWritten ? "wrote \(path)" : "\(path) is up to date")
    }
  }

  private func node(
    _ rendered: RenderedConfiguration, _ environment: EnvironmentName, _ path: String?,
    _ isWritten: Bool
  ) -> Node {
    let notes = rendered.notes.map { note -> Node in
      var members = [
        Node.Member(key: "subject", value: Node(.string(note.subject))),
        Node.Member(key: "message", value: Node(.string(note.message))),
      ]
      if let command = note.command {
        members.append(Node.Member(key: "command", value: Node(.string(command))))
      }
      return Node(.object(members))
    }
    return .object([
      "format": "flyconf.render/1",
      "environment": Node(.string(environment.rawValue)),
      "file": path.map { Node(.string($0)) } ?? Node(.null),
      "written": Node(.bool(isWritten)),
      "text": Node(.string(rendered.text)),
      "notes": Node(.array(notes)),
    ])
  }
}
