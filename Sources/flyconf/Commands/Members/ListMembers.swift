import CommandKit
import DeployModel
import Documents

/// Lists the members of the vault, those who have left among them.
struct ListMembers: Command {
  static let syntax = CommandSyntax(
    "list", "List who is and was a member, and what each is cleared for",
    discussion: "No key is needed. Who has left stays in the list, so that what they signed can "
      + "be checked.",
    examples: [Example("flyconf vault members list", "names, roles, grants and fingerprints")],
    Self.init
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, .keyless, in: context)
    let vault = session.verified
    let reports = vault.manifest.members.map { MemberReport($0, in: vault) }
    try CommandResult(
      node: .object([
        "format": "flyconf.vault-members-list/1",
        "members": Node(.array(reports.map(\.node))),
      ]),
      text: TextTable(reports.map(\.row)).text
    ).show(in: context)
    return .fine
  }
}
