import CommandKit
import DeployModel

/// Makes an identity in a file that was not there before.
struct NewIdentity: Command {
  var file: String?
  var isLocked: Bool
  var passphrase: PassphraseOption

  static let syntax = CommandSyntax(
    "new", "Make an identity: the keys by which a vault knows you",
    discussion: "Without FILE it is made where flyconf looks for yours: in the file that "
      + "FLYCONF_IDENTITY_FILE names, else in flyconf/identity in your configuration folder. Only "
      + "you can read it, and nothing is ever overwritten. It serves any number of projects. Keep "
      + "it out of git, and keep a copy: what is sealed for it opens with nothing else.",
    examples: [
      Example("flyconf identity new", "make yours"),
      Example("flyconf identity new --locked", "make yours, and lock it by a passphrase"),
      Example("flyconf identity new ci.identity", "make one for a CI system"),
    ],
    Self.init,
    .argument("FILE", "File to make", completion: .file),
    .flag("--locked", summary: "Lock it by a passphrase, which is asked for twice"),
    .passphrase
  )

  func run(in context: Context) throws -> ExitCode {
    let place = try context.identityPlace(file)
    // Before a passphrase is asked for.
    try context.refuseExisting(place)
    let identity = try Identity.generate()
    let text =
      isLocked ? try IdentityLock(passphrase, context).locked(identity) : .plain(identity)
    try context.makeIdentity(text, at: place)
    try IdentityReport(
      command: "new", verb: "made", place: place, kind: text.kind, keys: identity.publicKeys
    ).show(in: context)
    if !context.options.isQuiet, !context.options.format.isMachine {
      context.console.note("next: keep a copy of it, then `flyconf vault join NAME`")
    }
    return .fine
  }
}
