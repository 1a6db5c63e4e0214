import Documents

/// A change that mends what a finding is about, and that needs no decision of a person.
public struct FindingFix: Sendable, Hashable {
  /// What it does, as an order: `write '5m'`.
  public let description: String
  let change: Change

  /// What is written, and where.
  enum Change: Sendable, Hashable {
    /// A value, a key or its removal in a fly.toml.
    case flyToml(FlyTomlFix, at: FieldPath, keepsMeaning: Bool)
    /// A field that is missing from an entry of a project's file.
    case filling(String, of: FieldPath)
  }

  init(_ description: String, _ change: Change) {
    self.description = SecretMask.masked(message: description)
    self.change = change
  }

  /// What is to stand in the finding's place instead; nothing where the change is another.
  package var replacement: String? {
    guard case .flyToml(let fix, _, _) = change else { return nil }
    return switch fix {
    case .value(let literal): TOMLWriter.inline(literal.node)
    case .key(let name): TOMLWriter.key(name)
    case .removal: nil
    }
  }
}
