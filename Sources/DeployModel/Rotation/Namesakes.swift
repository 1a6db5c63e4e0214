/// Which entries share their name with another one of the same environment, so that a command has
/// to be told the type as well.
package struct Namesakes: Sendable {
  private struct Name: Hashable {
    let kind: EntityKind
    let name: String?
    let environment: EnvironmentName?

    init(_ entry: SealedEntry) {
      kind = entry.kind
      name = entry.name
      environment = entry.environment
    }
  }

  private let counts: [Name: Int]

  /// - Parameter entries: Those among which one is to be told from others.
  package init(_ entries: [SealedEntry]) {
    counts = entries.reduce(into: [:]) { $0[Name($1), default: 0] += 1 }
  }

  /// The type that tells an entry from others of its name; nothing if there are none.
  package func tellingType(of entry: SealedEntry) -> CredentialType? {
    counts[Name(entry), default: 0] > 1 ? entry.credentialType : nil
  }
}
