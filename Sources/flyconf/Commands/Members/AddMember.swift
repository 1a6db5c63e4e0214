import CommandKit
import DeployModel
import Documents

/// Lets someone into the vault.
struct AddMember: Command {
  var name: String
  var request: ReceivedRequest
  var grants: [String]
  var isOwner: Bool
  var isService: Bool
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "add", "Let someone into the vault who has asked for it",
    discussion: "You are asked for the fingerprint that they read to you; where nobody can be "
      + "asked, --fingerprint gives it. A grant is LEVEL:CATEGORIES:ENVIRONMENTS with a level of "
      + "admin, read_write or read_only, and * for all categories or environments: it reveals "
      + "what has the access level or a lower one, and allows changing it unless it is read_only. "
      + "A category is that of credentials and variables unless it is written as in "
      + "credential/database. Owners hold everything, and manage members and keys. A service, "
      + "such as a CI system, can only read, whatever the level. Only owners can do this.",
    examples: [
      Example(
        "flyconf vault members add bob request.txt --grant 'read_write:*:staging'",
        "bob changes what staging uses, but for what is for administrators"),
      Example(
        "flyconf vault members add ci request.txt --service --grant 'admin:*:production'",
        "a CI system reads everything of production"),
      Example("flyconf vault members add eve request.txt --owner", "a second owner"),
    ],
    Self.init,
    .argument("NAME", "Name in the request"),
    .request,
    .option("--grant", placeholder: "GRANT", "What they are cleared for"),
    .flag("--owner", summary: "They hold everything, and manage members and keys"),
    .flag("--service", summary: "It is a service, which can only read"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let name = try MemberName(name)
    let grants = try Grant.list(grants)
    try checkRights()
    let request = try request.accepted(
      for: name, beside: options.identity.passphrase, in: context)
    let session = try VaultSession.open(.writing, options, in: context)
    try session.checkVault(of: request)
    var draft = try session.draft(session.unlock())
    let member = Member(
      name, request.keys, grants: grants, isOwner: isOwner, isService: isService)
    try draft.add(member)
    let vault = try session.commit(draft)?.verified ?? session.verified
    try result(MemberReport(member, in: vault)).show(in: context)
    return .fine
  }

  private func checkRights() throws {
    if isOwner, isService {
      throw Failure(
        .usage, "a service can only read and is never an owner",
        help: "give it grants: `--service --grant LEVEL:CATEGORIES:ENVIRONMENTS`")
    }
    guard isOwner || !grants.isEmpty else {
      throw Failure(
        .usage, "'\(name)' would be cleared for nothing: neither --grant nor --owner is given",
        help: "such as `--grant read_only:email:staging`")
    }
  }

  private func result(_ report: MemberReport) -> CommandResult {
    CommandResult(
      node: .object(["format": "flyconf.vault-members-add/1", "member": report.node]),
      text: "added '\(name)'\n" + report.text,
      notes: ["next: commit and push the project, and tell '\(name)' to pull it"])
  }
}

extension Grant {
  /// Grants as they are written on the command line, each of them once.
  static func list(_ texts: [String]) throws(MalformedValue) -> [Grant] {
    var grants: [Grant] = []
    for text in texts {
      let grant = try Grant(text)
      if !grants.contains(grant) { grants.append(grant) }
    }
    return grants
  }
}
