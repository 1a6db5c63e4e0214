import CommandKit
import DeployModel
import Documents

/// Lists the credentials of an environment, without their values.
struct ListSecrets: Command {
  var listing: EntryListing

  static let syntax = CommandSyntax(
    "list", "List credentials, and what you may do with them",
    discussion: "No key is needed. The day and the author of the last change of a value are those "
      + "of the signed ledger. Where an identity is found that needs no passphrase, the last "
      + "column says what it may do.",
    examples: [Example("flyconf secrets list --all", "the credentials of every environment")],
    Self.init,
    .entryListing
  )

  func run(in context: Context) throws -> ExitCode {
    let list = EntryList(
      command: "secrets-list", key: "credentials",
      columns: [
        .field("name", "service_name"), .field("environment", "environment"),
        .field("category", "service_category"), .field("level", "access_level"),
        .field("type", "credential_type"), .init("value", "state") { $0.form },
        .init("changed", "changed") { $0.changed }, .init("by", "changed_by") { $0.author },
        .field("next rotation", "next_rotation"),
      ])
    try listing.show(list, of: \.credentials.current, in: context)
    return .fine
  }
}
