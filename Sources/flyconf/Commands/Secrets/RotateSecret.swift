import CommandKit
import DeployModel
import Documents

/// Gives a credential a new value and keeps the old one.
struct RotateSecret: Command {
  var choice: CredentialChoice
  var source: ValueOptions
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "rotate", "Give a credential a new value, and keep the old one",
    discussion: "The value comes from standard input (one newline at its end is dropped), from "
      + "--value-file, from --generate, or is typed without being shown. The dates move: the next "
      + "rotation is due as many days from today as it was from the last one. The old value stays "
      + "in a record of its own, and the last few are kept. Variables that refer to the credential "
      + "have the new value at once.",
    examples: [
      Example("flyconf secrets rotate session-key --generate hex:32", "a random value"),
      Example("flyconf secrets rotate stripe", "a value from the service, typed when asked"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .credential,
    .value,
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    if context.canAsk, !source.isGiven {
      // Nobody types a value for a name that is not there.
      let session = try VaultSession.open(.reading, vault, in: context)
      _ = try choice.entry(in: session.verified)
    }
    let value = try SecretInput(source, beside: vault.identity, context).read(
      "new value of \(choice.shown)")
    let session = try VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
    let entry = try choice.entry(in: session.verified)
    var draft = try session.draft(session.unlock())
    let rotation = try draft.rotate(entry, to: value, supersededID: context.makeID())
    let change = try session.finish(draft, isDryRun: isDryRun)
    try EntryReport(
      kind: .credential, deed: .rotate, name: choice.name, environment: choice.environment,
      id: entry.id ?? "", isDryRun: isDryRun, details: details(rotation),
      notes: notes(rotation), next: "flyconf validate"
    ).show(change, in: context)
    return .fine
  }

  private func details(_ rotation: Rotation) -> [Node.Member] {
    [
      Node.Member(
        key: "next_rotation", value: Node(.string(rotation.nextRotation.description))),
      Node.Member(key: "superseded", value: Node(.string(rotation.superseded))),
      Node.Member(key: "destroyed", value: Node(integerLiteral: rotation.destroyedCount)),
    ]
  }

  private func notes(_ rotation: Rotation) -> [String] {
    let due = "the next rotation is due on \(rotation.nextRotation)"
    guard rotation.destroyedCount > 0 else { return [due] }
    let values = rotation.destroyedCount == 1 ? "value is" : "values are"
    return [
      due,
      "\(rotation.destroyedCount) old \(values) no longer kept; the history of git still has "
        + "what was sealed",
    ]
  }
}
