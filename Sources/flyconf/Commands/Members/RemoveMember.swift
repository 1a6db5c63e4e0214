import CommandKit
import DeployModel
import Documents

/// Takes a member's rights away for good.
struct RemoveMember: Command {
  var name: String
  var reason: String?
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "remove", "Take a member's rights away for good",
    discussion: "New data keys are made for all that they could open, and its values are sealed "
      + "anew. What they have read they know still: each value stays exposed until it is rotated. "
      + "Their name stays theirs, so that what they signed can be checked. Only owners can do "
      + "this, and the last owner stays.",
    examples: [
      Example("flyconf vault members remove bob --reason 'left the company'", "bob has left")
    ],
    Self.init,
    .argument("NAME", "Name of the member"),
    .option("--reason", placeholder: "TEXT", "Why, for the ledger"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    // The passphrase of an identity may be one that can be read only once.
    let identity = try context.identity(options.identity)
    try check(identity, context)
    guard try context.confirm("take all rights of '\(name)' away for good?") else {
      throw Failure.answeredNo
    }
    let session = try VaultSession.open(.writing, options, in: context)
    var draft = try session.draft(session.unlock(by: identity))
    try draft.removeMember(name, reason: reason)
    let change = try session.commit(draft)
    let exposed = ExposedValues(to: name, by: change)
    try result(KeyChangeSummary(change), exposed).show(in: context)
    return .fine
  }

  /// Nobody is asked about what cannot be done, nor kept waiting by the lock while they think.
  private func check(_ identity: LoadedIdentity, _ context: Context) throws {
    let session = try VaultSession.open(.reading, options, in: context)
    try session.draft(session.unlock(by: identity)).checkMayRemove(name)
  }

  private func result(_ summary: KeyChangeSummary, _ exposed: ExposedValues) -> CommandResult {
    var node: Node = .object([
      "format": "flyconf.vault-members-remove/1", "name": Node(.string(name)),
      "exposed": exposed.node,
    ])
    summary.add(to: &node)
    return CommandResult(
      node: node, text: "removed '\(name)'\n" + summary.text,
      notes: exposed.notes + ["next: commit and push the project"])
  }
}
