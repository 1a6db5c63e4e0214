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
    let path = place.path ?? ""
    try refuseExisting(path, context)
    let identity = try Identity.generate()
    let text =
      isLocked ? try IdentityLock(passphrase, context).locked(identity) : .plain(identity)
    if case .ordinary = place {
      // The folder may come to hold more that others should not see.
      try context.files.createFolder(Path.parent(of: path), mode: 0o700)
    }
    var bytes = try IdentityFileText(text).contents.withBytes { Array($0) }
    defer { _ = Secret(wiping: &bytes) }
    try context.files.createExclusively(path, bytes, mode: 0o600)
    try IdentityReport(
      command: "new", verb: "made", place: place, kind: text.kind, keys: identity.publicKeys
    ).show(in: context)
    if !context.options.isQuiet, !context.options.format.isMachine {
      context.console.note("next: keep a copy of it, then `flyconf vault join NAME`")
    }
    return .fine
  }

  private func refuseExisting(_ path: String, _ context: Context) throws {
    guard try context.files.status(of: path) != nil else { return }
    throw Failure(
      "'\(context.shown(path))' is there already",
      help: "look at it with `flyconf identity show`, or name another file")
  }
}
