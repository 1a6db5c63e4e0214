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
    try context.console.out(pipeline.text(try vault(context)))
    guard !context.options.isQuiet else { return .fine }
    context.console.note("note: this is for \(pipeline.fileName)")
    for note in pipeline.notes { context.console.note("note: \(note)") }
    return .fine
  }

  /// The id of the project's vault; nothing where there is no project or no vault.
  private func vault(_ context: Context) throws -> String? {
    guard try context.layout() != nil else { return nil }
    return try VaultInspection.read(.reading, in: context).verification.manifest?.id.hex
  }
}
