import CommandKit
import DeployModel
import Documents

/// Lists the credentials of an environment, without their values.
struct ListSecrets: Command {
  var environment: EnvironmentName
  var hasAll: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "list", "List credentials, and what you may do with them",
    discussion: "No key is needed. The day and the author of the last change of a value are those "
      + "of the signed ledger. Where an identity is found that needs no passphrase, the last "
      + "column says what it may do.",
    examples: [Example("flyconf secrets list --all", "the credentials of every environment")],
    Self.init,
    .environment,
    .flag("--all", summary: "List those of every environment"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, vault, in: context)
    let verified = session.verified
    let states = verified.credentials.current
      .filter { hasAll || $0.environment == environment }
      .sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
      .map { EntryState($0, verified) }
    var columns: [EntryList.Column] = [
      .field("name", "service_name"), .field("environment", "environment"),
      .field("category", "service_category"), .field("level", "access_level"),
      .field("type", "credential_type"), .init("value", "state") { $0.form },
      .init("changed", "changed") { $0.changed }, .init("by", "changed_by") { $0.author },
      .field("next rotation", "next_rotation"),
    ]
    if let member = context.memberIfKnown(vault.identity, verified) {
      columns.append(.init("you may", "right") { $0.right(of: member) })
    }
    try EntryList(command: "secrets-list", key: "credentials", columns: columns)
      .show(states, in: context)
    return .fine
  }

  private static func key(_ entry: SealedEntry) -> [String] {
    let position = EnvironmentName.allCases.firstIndex { $0 == entry.environment } ?? 0
    return [entry.name ?? "", "\(position)", entry.credentialType?.rawValue ?? ""]
  }
}
