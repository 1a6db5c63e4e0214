import CommandKit
import DeployModel
import Documents

/// Takes a credential out of the project.
struct RemoveSecret: Command {
  var choice: CredentialChoice
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "remove", "Remove a credential with the values it has superseded",
    discussion: "A credential that a variable refers to, or that deployment.json lists, is not "
      + "removed. The history of git still has what was sealed: revoke the value at its service.",
    examples: [Example("flyconf secrets remove stripe --env staging", "after a question")],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .credential,
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    guard try isMeant(context) else { throw Failure.answeredNo }
    let session = try VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
    let entry = try target(in: session.verified)
    var draft = try session.draft(session.unlock())
    let count = try draft.removeCredential(entry)
    let change = try session.finish(draft, isDryRun: isDryRun)
    try EntryReport(
      kind: .credential, deed: .remove, name: choice.name, environment: choice.environment,
      id: entry.id ?? "", isDryRun: isDryRun,
      details: [Node.Member(key: "superseded", value: Node(integerLiteral: count))],
      next: "flyconf validate"
    ).show(change, in: context)
    return .fine
  }

  /// Asks, while nobody is kept waiting by the lock.
  private func isMeant(_ context: Context) throws -> Bool {
    let count: Int
    do {
      let session = try VaultSession.open(.reading, vault, in: context)
      count = session.verified.credentials.superseded(by: try target(in: session.verified)).count
    }
    if isDryRun { return true }
    let others = count == 0 ? "" : " and \(Counted(count, "superseded value"))"
    return try context.confirm("remove \(choice.shown)\(others)?")
  }

  /// The credential, if nothing uses it.
  private func target(in vault: VerifiedVault) throws -> SealedEntry {
    let entry = try choice.entry(in: vault)
    let records = [entry] + vault.credentials.superseded(by: entry)
    let uses = CredentialUses(of: Set(records.compactMap(\.id)), in: vault)
    guard uses.isEmpty else {
      let users = uses.variables + (uses.isListedByDeployment ? ["deployment.json"] : [])
      throw Failure(
        "\(choice.shown) is in use: \(Spelling.list(users)) refer\(users.count == 1 ? "s" : "") "
          + "to it", help: "give them another value first, or take them out")
    }
    return entry
  }
}
