import CommandKit
import DeployModel
import Documents

/// Prints the request with which an owner lets the user into a vault.
struct JoinVault: Command {
  var name: String
  var isReplacement: Bool
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "join", "Print a request to become a member, for an owner",
    discussion: "The request is one line, signed by your identity, and holds nothing secret; an "
      + "identity is made if you have none. Give the line to an owner, and read your fingerprint "
      + "to them, by telephone for example: so they know that the request is yours. NAME is how "
      + "the vault will know you for good.",
    examples: [
      Example("flyconf vault join bob", "ask to become a member named bob"),
      Example("flyconf vault join bob --replace", "you are bob, with a new identity"),
    ],
    Self.init,
    .argument("NAME", "Your name in the vault: lower-case letters, digits and hyphens"),
    .flag("--replace", summary: "You are a member already, and your identity is a new one"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let name = try MemberName(name)
    let session = try VaultSession.open(.reading, options, in: context)
    let manifest = session.verified.manifest
    try check(name, in: manifest)
    let (loaded, isNew) = try context.identityOrNew(options.identity)
    try session.accept(loaded)
    if let member = manifest.member(with: loaded.identity.publicKeys) {
      throw VaultRefusal(
        "this identity is that of '\(member.name)' already",
        help: "`flyconf identity show` says where it was found; --identity FILE names another",
        kind: .request)
    }
    let request = try JoinRequest(to: manifest.id, as: name, by: loaded.identity)
    try result(request, loaded.place, isNew, manifest, context).show(in: context)
    return .fine
  }

  private func check(_ name: MemberName, in manifest: VaultManifest) throws {
    let member = manifest.member(name.text)
    if isReplacement {
      guard let member, !member.isRemoved else {
        throw VaultRefusal(
          "there is no member '\(name)' whose keys could be replaced",
          help: "`flyconf vault join \(name)` asks to become one", kind: .request)
      }
    } else if let member {
      throw VaultRefusal(
        "there is a member '\(name)' already, and a name is never given away",
        help: member.isRemoved
          ? "choose another name"
          : "choose another name; with a new identity of yours: `flyconf vault join \(name) "
            + "--replace`", kind: .request)
    }
  }

  private func result(
    _ request: JoinRequest, _ place: IdentityPlace, _ isNew: Bool, _ manifest: VaultManifest,
    _ context: Context
  ) -> CommandResult {
    let owners = manifest.members.filter(\.mayManage).map { "'\($0.name)'" }
    let command = isReplacement ? "replace" : "add"
    let grant = isReplacement ? "" : " --grant LEVEL:CATEGORIES:ENVIRONMENTS"
    let path = place.path.map(context.shown) ?? place.source
    let note = "note: made an identity in '\(path)': keep it secret, and keep a copy"
    return CommandResult(
      node: node(request, path, isNew),
      text: request.text + "\n",
      notes: (isNew ? [note] : []) + [
        "note: give this line to an owner (\(owners.joined(separator: ", "))), who runs",
        "  flyconf vault members \(command) \(request.name) REQUEST\(grant)",
        "note: and read them your fingerprint, by another way: \(request.keys.fingerprint)",
      ])
  }

  private func node(_ request: JoinRequest, _ path: String, _ isNew: Bool) -> Node {
    .object([
      "format": "flyconf.vault-join/1",
      "request": Node(.string(request.text)),
      "vault": Node(.string(request.vault.hex)),
      "name": Node(.string(request.name.text)),
      "fingerprint": Node(.string(request.keys.fingerprint)),
      "identity": Node(.string(path)),
      "identity_made": Node(.bool(isNew)),
    ])
  }
}
