import CommandKit
import DeployModel
import Documents

/// Makes new data keys for everything.
struct RotateKeys: Command {
  var reason: String?
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "rotate-keys", "Make new data keys and seal every value anew",
    discussion: "The values themselves stay the same: `flyconf secrets rotate` changes them. Only "
      + "owners can do this.",
    examples: [Example("flyconf vault rotate-keys --reason 'yearly'", "new keys for everything")],
    Self.init,
    .option("--reason", placeholder: "TEXT", "Why, for the ledger"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.writing, options, in: context)
    var draft = try session.draft(session.unlock())
    try draft.rotateAllKeys(reason: reason)
    let change = try session.commit(draft)
    let summary = KeyChangeSummary(change)
    var node: Node = .object(["format": "flyconf.vault-rotate-keys/1"])
    summary.add(to: &node)
    try CommandResult(
      node: node,
      text: change == nil ? "nothing is sealed yet: there are no keys\n" : summary.text,
      notes: change == nil ? [] : ["next: commit and push the project"]
    ).show(in: context)
    return .fine
  }
}
