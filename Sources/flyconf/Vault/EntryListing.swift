import CommandKit
import DeployModel

/// Which entries a list shows, and to whom.
struct EntryListing: Sendable {
  var environment: EnvironmentName
  var hasAll: Bool
  var vault: VaultOptions

  /// Prints a list of entries by their names; where an identity is found that needs no
  /// passphrase, with what it may do.
  func show(
    _ list: EntryList, of entries: (VerifiedVault) -> [SealedEntry], in context: Context
  ) throws {
    let session = try VaultSession.open(.reading, vault, in: context)
    let verified = session.verified
    let states = entries(verified)
      .filter { hasAll || $0.environment == environment }
      .sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
      .map { EntryState($0, verified) }
    var list = list
    if let member = context.memberIfKnown(vault.identity, verified) {
      list.columns.append(.init("you may", "right") { $0.right(of: member) })
    }
    try list.show(states, in: context)
  }

  private static func key(_ entry: SealedEntry) -> [String] {
    let position = EnvironmentName.allCases.firstIndex { $0 == entry.environment } ?? 0
    return [entry.name ?? "", "\(position)", entry.credentialType?.rawValue ?? ""]
  }
}

extension Parameter where Value == EntryListing {
  /// The options of a list of credentials or variables.
  static var entryListing: Self {
    .group(
      EntryListing.init,
      .environment,
      .flag("--all", summary: "List those of every environment"),
      .vault)
  }
}
