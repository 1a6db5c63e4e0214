import CommandKit
import DeployModel

/// Takes the passphrase from an identity file.
struct UnlockIdentity: Command {
  var file: String?
  var passphrase: PassphraseOption

  static let syntax = CommandSyntax(
    "unlock", "Take the passphrase from an identity",
    discussion: "The file is replaced in one step by its plain form, which whoever reads it can "
      + "use. Without FILE it is the one that FLYCONF_IDENTITY_FILE names, else flyconf/identity "
      + "in your configuration folder.",
    examples: [Example("flyconf identity unlock", "ask for the passphrase and unlock yours")],
    Self.init,
    .argument("FILE", "File of the identity", completion: .file),
    .passphrase
  )

  func run(in context: Context) throws -> ExitCode {
    let file = try IdentityChange(file, context)
    guard case .locked(let locked) = file.text.identity else {
      throw Failure(
        "'\(file.shown)' is not locked", help: "`flyconf identity lock` locks it")
    }
    let identity = try PassphraseSource(passphrase, context).open(locked, named: file.shown)
    try file.finish("unlock", .plain(identity), identity.publicKeys)
    return .fine
  }
}
