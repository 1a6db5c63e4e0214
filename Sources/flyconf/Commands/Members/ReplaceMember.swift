import CommandKit
import DeployModel
import Documents

/// Gives a member other keys.
struct ReplaceMember: Command {
  var name: String
  var request: ReceivedRequest
  var isStolen: Bool
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "replace", "Give a member other keys, as for a new computer",
    discussion: "The member makes the request with `flyconf vault join NAME --replace`. The old "
      + "identity signs nothing any more, but with it and an older vault.json the data keys of "
      + "today can still be opened. If it may be in other hands, say --stolen: new data "
      + "keys are made for all that it opened, and what it signs from now on does not count. Only "
      + "owners can do this; your own keys can be replaced with the old ones.",
    examples: [
      Example("flyconf vault members replace bob request.txt", "bob has a new computer"),
      Example("flyconf vault members replace bob request.txt --stolen", "bob's was stolen"),
    ],
    Self.init,
    .argument("NAME", "Name of the member"),
    .request,
    .flag("--stolen", summary: "Somebody else may have the old identity"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let name = try MemberName(name)
    let request = try request.accepted(
      for: name, beside: options.identity.passphrase, in: context)
    let session = try VaultSession.open(.writing, options, in: context)
    try session.checkVault(of: request)
    let before = session.verified
    var draft = try session.draft(session.unlock())
    try draft.replaceKeys(of: name.text, with: request.keys, isStolen: isStolen)
    let change = try session.commit(draft)
    let vault = change?.verified ?? before
    guard let member = vault.manifest.member(name.text) else { return .fine }
    let exposed = ExposedValues(to: name.text, by: change)
    try result(MemberReport(member, in: vault), KeyChangeSummary(change), exposed)
      .show(in: context)
    return .fine
  }

  private func result(
    _ report: MemberReport, _ summary: KeyChangeSummary, _ exposed: ExposedValues
  ) -> CommandResult {
    var node: Node = .object([
      "format": "flyconf.vault-members-replace/1", "member": report.node,
      "exposed": exposed.node,
    ])
    summary.add(to: &node)
    return CommandResult(
      node: node,
      text: "replaced the keys of '\(name)'\n" + (isStolen ? summary.text : "") + report.text,
      notes: exposed.notes + ["next: commit and push the project, and tell '\(name)' to pull it"])
  }
}
