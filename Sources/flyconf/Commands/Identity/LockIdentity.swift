import CommandKit
import DeployModel

/// Seals an identity file under a passphrase.
struct LockIdentity: Command {
  var file: String?
  var passphrase: PassphraseOption

  static let syntax = CommandSyntax(
    "lock", "Lock an identity by a passphrase",
    discussion: "The file is replaced in one step by its locked form. Without FILE it is the one "
      + "that FLYCONF_IDENTITY_FILE names, else flyconf/identity in your configuration folder. "
      + "The passphrase has \(PassphraseSource.minimum) characters or more and is asked for twice; "
      + "a lost one cannot be found again. Copies made before stay open.",
    examples: [Example("flyconf identity lock", "ask for a passphrase and lock yours")],
    Self.init,
    .argument("FILE", "File of the identity", completion: .file),
    .passphrase
  )

  func run(in context: Context) throws -> ExitCode {
    let file = try IdentityChange(file, context)
    let identity: Identity
    switch file.text.identity {
    case .plain(let plain): identity = plain
    case .demo:
      throw Failure(
        "'\(file.shown)' is a demo identity: everyone has it", help: "there is nothing to lock")
    case .locked:
      throw Failure(
        "'\(file.shown)' is locked already",
        help: "for another passphrase, unlock it and lock it again")
    }
    try file.finish(
      "lock", IdentityLock(passphrase, context).locked(identity), identity.publicKeys)
    return .fine
  }
}
