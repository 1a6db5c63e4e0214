import CommandKit
import DeployModel
import Documents

/// Writes the fly.toml of one environment.
struct Render: Command {
  var file: String?
  var environment: EnvironmentName
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "render", "Write the fly.toml of an environment",
    discussion: "Without FILE, or with -, the text goes to standard output. A file that flyconf "
      + "did not render is only replaced with --yes. What fly.toml cannot say is listed on "
      + "standard error, with the command that does it.",
    examples: [
      Example("flyconf render fly.toml", "production"),
      Example("flyconf render fly.staging.toml --env staging", "another environment"),
    ],
    Self.init,
    .argument("FILE", "File to write", completion: .file),
    .environment,
    .flag("--dry-run", "-n", summary: "Write nothing; print what would be written")
  )

  func run(in context: Context) throws -> ExitCode {
    let snapshot = try context.open()
    warnOfErrors(in: snapshot, at: try context.now(), context)
    let rendered: RenderedConfiguration
    do {
      rendered = try snapshot.render(environment)
    } catch {
      throw Failure(
        .found, "cannot render \(environment.rawValue): \(error.message)", help: error.help)
    }
    let path = file.flatMap { $0 == "-" ? nil : $0 }
    var isWritten = false
    if let path, !isDryRun { isWritten = try write(rendered.text, to: path, context) }
    try show(rendered, path, isWritten, context)
    return .fine
  }

  private func write(_ text: String, to path: String, _ context: Context) throws -> Bool {
    let absolute = context.absolute(path)
    let old = try context.files.contents(of: absolute, limit: SourceText.sizeLimit)
    if let old {
      if old == Array(text.utf8) { return false }
      let isOurs = RenderedConfiguration.isRendered(String(decoding: old, as: UTF8.self))
      guard isOurs || context.options.isAgreed else {
        throw Failure(
          "'\(path)' was not rendered by flyconf, so it is left as it is",
          help: "bring what it says into the project first, or replace it with --yes")
      }
    }
    try context.files.replace(absolute, with: Array(text.utf8))
    return true
  }

  private func show(
    _ rendered: RenderedConfiguration, _ path: String?, _ isWritten: Bool, _ context: Context
  ) throws {
    if context.options.format.isMachine {
      return try context.console.out(JSONWriter.document(node(rendered, path, isWritten)))
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

  private func warnOfErrors(in snapshot: ProjectSnapshot, at now: Timestamp, _ context: Context) {
    let errors = snapshot.validate(at: now).count { finding in
      finding.rule.severity == .error && !finding.isSuppressed
    }
    guard errors > 0 else { return }
    context.console.note(
      "warning: the project has \(errors) error\(errors == 1 ? "" : "s"); run `flyconf validate`")
  }

  private func node(
    _ rendered: RenderedConfiguration, _ path: String?, _ isWritten: Bool
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
