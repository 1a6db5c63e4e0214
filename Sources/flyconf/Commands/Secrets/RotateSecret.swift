import CommandKit
import DeployModel

/// Gives credentials new values and keeps the old ones.
struct RotateSecret: Command {
  var target: RotationTarget
  var source: RotationSource
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "rotate", "Give credentials new values, and keep the old ones",
    discussion: "Without NAME it is about everything that is due or exposed. At a terminal you are "
      + "walked through it and generate, paste or skip each; elsewhere those are rotated that "
      + "store a generator (`flyconf secrets set NAME --rotate-with hex:32`), the others are "
      + "named, and the exit code is 1 while any remain. Each is a change of its own: what is done "
      + "when a run is interrupted stays done. --dry-run shows what a script's run would do with "
      + "the grants that you have, and exits as that run would.\n\n"
      + "With NAME the value comes from standard input (one newline at its end is dropped), from "
      + "one of the options, from the generator that the credential stores, or is typed without "
      + "being shown. The dates move: the next rotation is due as many days from today as it was "
      + "from the last one. The old value stays in a record of its own, and the last few are kept. "
      + "Variables that refer to the credential have the new value at once.\n\n"
      + "A COMMAND is run by sh and has 30 seconds. Whoever ends flyconf ends it too; if it prints "
      + "its value all the same and exits with 0, that is taken, and otherwise an event in events/ "
      + "says that the rotation failed.",
    examples: [
      Example("flyconf secrets rotate", "everything that is due"),
      Example("flyconf secrets rotate session-key --generate hex:32", "a random value"),
      Example("flyconf secrets rotate stripe", "a value from the service, typed when asked"),
      Example(
        "flyconf secrets rotate db --command ./new-password.sh",
        "a script that changes it at the service"),
      Example("flyconf secrets rotate stripe --previous", "the new one does not work: go back"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .rotationTarget,
    .rotationSource,
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    switch target {
    case .one(let choice):
      try NamedRotation(
        choice: choice, source: source, isDryRun: isDryRun, options: vault, context: context
      ).run()
      return .fine
    case .due(let environment):
      guard !source.isGiven else {
        throw UsageError(
          message: "a value is for one credential, and none is named",
          hint: "give its NAME; `flyconf secrets due` lists what is due")
      }
      return try DueRotation(
        environment: environment, isDryRun: isDryRun, options: vault, context: context
      ).run()
    }
  }
}
