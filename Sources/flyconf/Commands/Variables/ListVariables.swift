import CommandKit
import DeployModel
import Documents

/// Lists the variables of an environment, without what is secret.
struct ListVariables: Command {
  var environment: EnvironmentName
  var hasAll: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "list", "List environment variables, and what you may do with them",
    discussion: "No key is needed. Where an identity is found that needs no passphrase, the last "
      + "column says what it may do.",
    examples: [Example("flyconf env list --env staging", "the variables of staging")],
    Self.init,
    .environment,
    .flag("--all", summary: "List those of every environment"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, vault, in: context)
    let verified = session.verified
    let states = verified.entries(.variable)
      .filter { hasAll || $0.environment == environment }
      .sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
      .map { EntryState($0, verified) }
    var columns: [EntryList.Column] = [
      .field("key", "key"), .field("environment", "environment"),
      .field("category", "category"), .init("value", "state") { $0.form },
      .init("required", "required") { Self.isRequired($0.entry) ? "yes" : "no" },
      .init("changed", "changed") { $0.changed }, .init("by", "changed_by") { $0.author },
    ]
    if let member = context.memberIfKnown(vault.identity, verified) {
      columns.append(.init("you may", "right") { $0.right(of: member) })
    }
    try EntryList(command: "env-list", key: "variables", columns: columns)
      .show(states, in: context)
    return .fine
  }

  private static func key(_ entry: SealedEntry) -> [String] {
    let position = EnvironmentName.allCases.firstIndex { $0 == entry.environment } ?? 0
    return [entry.name ?? "", "\(position)"]
  }

  private static func isRequired(_ entry: SealedEntry) -> Bool {
    !(entry.node["required"]?.isEqual(to: false) ?? false)
  }
}
