import CommandKit
import DeployModel
import Documents

/// Prints the value of a variable.
struct GetVariable: Command {
  var choice: VariableChoice
  var isRevealed: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "get", "Print the value of an environment variable",
    discussion: "The value alone is printed, without a newline unless standard output is a "
      + "terminal. What is secret is printed only with --reveal; a reference is followed to its "
      + "credential.",
    examples: [
      Example("flyconf env get PORT", "a plain value"),
      Example("flyconf env get STRIPE_KEY --env staging --reveal", "a secret one"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .variable,
    .flag("--reveal", summary: "Print the value although it is secret"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, vault, in: context)
    let entry = try choice.entry(in: session.verified)
    let value = try value(of: entry, session)
    guard context.options.format.isMachine else {
      try value.show(in: context)
      return .fine
    }
    try EntryDetails(command: "env-get", EntryState(entry, session.verified))
      .show(with: value, in: context)
    return .fine
  }

  private func value(
    of entry: SealedEntry, _ session: borrowing VaultSession
  ) throws -> ReleasedValue {
    if case .plain(let text) = entry.value, Self.isOpen(entry) { return ReleasedValue(plain: text) }
    if case .unset = entry.value { throw ReleasedValue.missing(entry) }
    guard isRevealed else {
      throw Failure(
        .usage, "\(choice.shown) is secret", help: "add --reveal to print it all the same")
    }
    return try ReleasedValue(entry, session)
  }

  /// Whether the entry says of itself that it holds no secret.
  private static func isOpen(_ entry: SealedEntry) -> Bool {
    entry.node["is_secret"]?.isEqual(to: false) ?? false
  }
}
