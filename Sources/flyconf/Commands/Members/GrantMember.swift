import CommandKit
import DeployModel
import Documents

/// Gives a member other grants.
struct GrantMember: Command {
  var name: String
  var grants: [String]
  var isOwner: Bool
  var isNoOwner: Bool
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "grant", "Clear a member for other things than before",
    discussion: "The grants that are given take the place of all that the member has; without "
      + "any they stay. New keys are made for what the member loses, but what they could read "
      + "stays known to them until it is rotated. Only owners can do this.",
    examples: [
      Example(
        "flyconf vault members grant bob --grant 'read_only:email:*'",
        "bob reads what e-mail needs, and nothing else"),
      Example("flyconf vault members grant eve --owner", "eve becomes an owner"),
    ],
    Self.init,
    .argument("NAME", "Name of the member"),
    .option("--grant", placeholder: "GRANT", "What they are cleared for"),
    .flag("--owner", summary: "They hold everything, and manage members and keys"),
    .flag("--no-owner", summary: "They are an owner no longer"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let grants = try Grant.list(grants)
    try checkChoice()
    let session = try VaultSession.open(.writing, options, in: context)
    let before = session.verified
    var draft = try session.draft(session.unlock())
    let present = before.manifest.member(name)
    try draft.change(
      name, grants: grants.isEmpty ? present?.grants ?? [] : grants,
      isOwner: isOwner || (!isNoOwner && present?.isOwner ?? false))
    let change = try session.commit(draft)
    let vault = change?.verified ?? before
    guard let member = vault.manifest.member(name) else { return .fine }
    let lost = ExposedValues(to: name, by: change)
    try result(MemberReport(member, in: vault), change, lost: lost).show(in: context)
    return .fine
  }

  private func checkChoice() throws {
    if isOwner, isNoOwner {
      throw Failure(.usage, "--owner and --no-owner contradict each other", help: "give one")
    }
    guard isOwner || isNoOwner || !grants.isEmpty else {
      throw Failure(
        .usage, "nothing would change: none of --grant, --owner and --no-owner is given",
        help: "such as `--grant read_only:email:staging`")
    }
  }

  private func result(
    _ report: MemberReport, _ change: FinishedChange?, lost: ExposedValues
  ) -> CommandResult {
    let summary = KeyChangeSummary(change)
    var node: Node = .object([
      "format": "flyconf.vault-members-grant/1", "member": report.node,
      "exposed": lost.node,
    ])
    summary.add(to: &node)
    let head = change == nil ? "'\(name)' has these grants already" : "changed '\(name)'"
    return CommandResult(
      node: node,
      text: "\(head)\n" + (summary.newKeys == 0 ? "" : summary.text) + report.text,
      notes: lost.notes + (change == nil ? [] : ["next: commit and push the project"]))
  }
}
