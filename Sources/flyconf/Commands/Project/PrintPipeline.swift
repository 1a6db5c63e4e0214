import CommandKit
import DeployModel

/// Prints what a CI system needs to run the check.
struct PrintPipeline: Command {
  var pipeline: Pipeline

  static let syntax = CommandSyntax(
    "ci", "Print what a CI system needs to run `flyconf check`",
    discussion:
      "The text is for \(places). It has the id of the project's vault in it, where there "
      + "is one, so that a machine that has never seen the project knows which vault is the right "
      + "one. No key is needed there.",
    examples: [
      Example("flyconf ci github -o .github/workflows/flyconf.yml", "annotate pull requests"),
      Example("flyconf ci pre-commit > .pre-commit-config.yaml", "before each commit"),
    ],
    Self.init,
    .argument("SYSTEM", "Which one")
  )

  private static let places = Pipeline.all.map { "\($0.fileName) (\($0.name))" }
    .joined(separator: ", ")

  func run(in context: Context) throws -> ExitCode {
    let layout = try context.layout()
    let place = try PipelineProject(layout, in: context)
    try makeFolder(in: context)
    try context.console.out(pipeline.text(place))
    guard !context.options.isQuiet else { return .fine }
    if layout == nil {
      context.console.note(
        "note: there is no project here: run it in the application's folder for all of the text")
    } else if place.isUnpinned {
      context.console.note(
        "note: this machine does not know the vault yet: compare its id with its founder's first")
    }
    context.console.note("note: this is for \(pipeline.fileName)")
    for note in pipeline.notes { context.console.note("note: \(note)") }
    return .fine
  }

  /// Few projects have a folder for what a CI system needs before they need it.
  private func makeFolder(in context: Context) throws {
    guard let output = context.options.output, output != "-" else { return }
    try context.files.createFolder(Path.parent(of: context.absolute(output)))
  }
}
