import CommandKit
import DeployModel
import Documents

/// Prints a credential's fields, or its value.
struct ShowSecret: Command {
  var choice: CredentialChoice
  var isRevealed: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "show", "Print a credential's fields, or reveal its value",
    discussion: "With --reveal the value alone is printed, without a newline unless standard "
      + "output is a terminal.",
    examples: [
      Example("flyconf secrets show stripe", "its fields"),
      Example("flyconf secrets show stripe --reveal > key.txt", "its value"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .credential,
    .flag("--reveal", summary: "Print the value and nothing else"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, vault, in: context)
    let entry = try choice.entry(in: session.verified)
    let details = EntryDetails(command: "secrets-show", EntryState(entry, session.verified))
    guard isRevealed else {
      try details.show(in: context)
      return .fine
    }
    let value = try ReleasedValue(entry, session)
    if context.options.format.isMachine {
      try details.show(with: value, in: context)
    } else {
      try value.show(in: context)
    }
    return .fine
  }
}
