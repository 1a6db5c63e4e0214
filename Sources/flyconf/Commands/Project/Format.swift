import CommandKit
import DeployModel
import Documents

/// Brings the project's files into their canonical form.
struct Format: Command {
  var isCheck: Bool
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "fmt", "Bring all project files into canonical form",
    discussion: "Fields stand in declared order, entries by key or name and then environment, "
      + "with two spaces of indentation. What the files mean does not change, and a file that "
      + "has the form already is not written.",
    examples: [
      Example("flyconf fmt", "format every file that needs it"),
      Example("flyconf fmt --check", "exit with 1 if a file needs formatting"),
    ],
    Self.init,
    .flag("--check", summary: "Change nothing; exit with 1 if a file needs formatting"),
    .flag("--dry-run", "-n", summary: "Change nothing; say what would be done")
  )

  func run(in context: Context) throws -> ExitCode {
    let store = try context.store()
    let snapshot = try store.open(naming: context.shown)
    let broken = snapshot.filesThatCannotBeFormatted
    try report(broken, snapshot, context)
    var formatted: [String] = []
    for file in ProjectFile.all where !broken.contains(file) {
      guard let text = snapshot.canonicalText(of: file) else { continue }
      if try isChanged(text, file, store, snapshot) {
        formatted.append(context.shown(store.layout.path(of: file)))
      }
    }
    try show(formatted, broken.compactMap { snapshot.source(of: $0)?.name }, context)
    return !broken.isEmpty || (isCheck && !formatted.isEmpty) ? .found : .fine
  }

  private var isWriting: Bool { !isCheck && !isDryRun }

  private func isChanged(
    _ text: String, _ file: ProjectFile, _ store: ProjectStore, _ snapshot: ProjectSnapshot
  ) throws -> Bool {
    let read = snapshot.source(of: file)?.bytes
    if isWriting { return try store.write(text, to: file, replacing: read) }
    return read != Array(text.utf8)
  }

  private func show(
    _ formatted: [String], _ refused: [String], _ context: Context
  ) throws {
    guard !context.options.format.isMachine else {
      let files = formatted.map { Node(.string($0)) }
      return try context.console.out(
        JSONWriter.document(
          .object([
            "format": "flyconf.fmt/1",
            "written": Node(.bool(isWriting && !formatted.isEmpty)),
            "files": Node(.array(files)),
            "refused": Node(.array(refused.map { Node(.string($0)) })),
          ])))
    }
    let verb = isWriting ? "formatted" : "would format"
    for file in formatted { try context.console.out("\(verb) \(file)\n") }
    if formatted.isEmpty, refused.isEmpty, !context.options.isQuiet {
      context.console.note("every file is formatted")
    }
  }

  /// A file with doubled keys or broken syntax would lose something: it is left as it is.
  private func report(
    _ broken: [ProjectFile], _ snapshot: ProjectSnapshot, _ context: Context
  ) throws {
    for file in broken {
      guard let name = snapshot.source(of: file)?.name else { continue }
      context.console.note(
        "warning: '\(name)' is left as it is: its mistakes come first")
      context.console.note("help: run `flyconf validate`")
    }
  }
}
