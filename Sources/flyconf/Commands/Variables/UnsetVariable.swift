import CommandKit
import DeployModel
import Documents

/// Takes a variable out of the project.
struct UnsetVariable: Command {
  var choice: VariableChoice
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "unset", "Remove an environment variable",
    discussion: "The history of git still has what was sealed.",
    examples: [Example("flyconf env unset OLD_KEY --env staging", "after a question")],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .variable,
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    guard try isMeant(context) else { throw Failure.answeredNo }
    let session = try VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
    let entry = try choice.entry(in: session.verified)
    var draft = try session.draft(session.unlock())
    try draft.remove(entry)
    let change = try session.finish(draft, isDryRun: isDryRun)
    try EntryReport(
      kind: .variable, deed: .unset, name: choice.key.text, environment: choice.environment,
      id: entry.id ?? "", isDryRun: isDryRun, next: "flyconf validate"
    ).show(change, in: context)
    return .fine
  }

  /// Asks, while nobody is kept waiting by the lock.
  private func isMeant(_ context: Context) throws -> Bool {
    if isDryRun { return true }
    do {
      let session = try VaultSession.open(.reading, vault, in: context)
      _ = try choice.entry(in: session.verified)
    }
    return try context.confirm("remove \(choice.shown)?")
  }
}
