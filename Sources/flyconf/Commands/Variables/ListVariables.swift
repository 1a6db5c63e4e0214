import CommandKit
import DeployModel
import Documents

/// Lists the variables of an environment, without what is secret.
struct ListVariables: Command {
  var listing: EntryListing

  static let syntax = CommandSyntax(
    "list", "List environment variables, and what you may do with them",
    discussion: "No key is needed. Where an identity is found that needs no passphrase, the last "
      + "column says what it may do.",
    examples: [Example("flyconf env list --env staging", "the variables of staging")],
    Self.init,
    .entryListing
  )

  func run(in context: Context) throws -> ExitCode {
    let list = EntryList(
      command: "env-list", key: "variables",
      columns: [
        .field("key", "key"), .field("environment", "environment"),
        .field("category", "category"), .init("value", "state") { $0.form },
        .init("required", "required") { Self.isRequired($0.entry) ? "yes" : "no" },
        .init("changed", "changed") { $0.changed }, .init("by", "changed_by") { $0.author },
      ])
    try listing.show(list, of: { $0.entries(.variable) }, in: context)
    return .fine
  }

  private static func isRequired(_ entry: SealedEntry) -> Bool {
    !(entry.node["required"]?.isEqual(to: false) ?? false)
  }
}
