import DeployModel

/// A second owner, whose identity is locked by a passphrase and kept offline: if the founder's is
/// lost, the vault is not.
struct RecoveryOwner {
  /// Where the identity is made.
  let path: String

  private static let name = "recovery"

  /// What was asked for on the command line or, where somebody can be asked, at the terminal.
  ///
  /// - Throws: `Failure` if the file is there already.
  init?(asked file: String?, for founder: MemberName, _ context: Context) throws {
    var file = file
    if file == nil, context.canAsk {
      file = try context.ask(
        "file for a recovery identity, a second owner to keep offline (empty for none)",
        help: "name it with --recovery FILE")
    }
    guard let file, !file.isEmpty else { return nil }
    path = context.absolute(file)
    guard founder.text != Self.name else {
      throw Failure(
        .usage, "the founder cannot have the name '\(Self.name)' of the recovery owner",
        help: "give yourself another with --name NAME")
    }
    try context.refuseExisting(.option(path: path))
  }

  /// Makes the identity.
  func make(_ passphrase: PassphraseOption, _ context: Context) throws -> Member {
    let identity = try Identity.generate()
    if context.canAsk {
      context.console.note("choose a passphrase for '\(context.shown(path))'")
    }
    let text = try IdentityLock(passphrase, context).locked(identity)
    try context.makeIdentity(text, at: .option(path: path))
    return Member(try MemberName(Self.name), identity.publicKeys, isOwner: true)
  }
}
