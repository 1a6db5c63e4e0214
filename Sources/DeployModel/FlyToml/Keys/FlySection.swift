package import Documents

/// The keys that may stand in one table of fly.toml.
package struct FlySection: Sendable {
  /// A key that flyctl drops in silence and people write nevertheless.
  package struct DroppedKey: Sendable {
    package var name: String
    /// What to do instead.
    package var help: String
    /// What it is reported as: more than a dropped key, where much is lost with it.
    package var kind: Diagnostic.Kind

    init(_ name: String, _ help: String, _ kind: Diagnostic.Kind = .flyDroppedKey) {
      self.name = name
      self.help = help
      self.kind = kind
    }
  }

  /// In the order in which flyctl writes them.
  package var keys: [FlyKey]
  package var dropped: [DroppedKey]

  package init(_ keys: [FlyKey], dropped: [DroppedKey] = []) {
    self.keys = keys
    self.dropped = dropped
  }

  /// The key of a name; flyctl does not tell upper from lower case.
  package func key(_ name: String) -> FlyKey? {
    let exact = keys.first { $0.name == name || $0.aliases.contains(name) }
    if let exact { return exact }
    let lowered = name.lowercased()
    return keys.first { $0.name.lowercased() == lowered }
  }

  package func droppedKey(_ name: String) -> DroppedKey? { dropped.first { $0.name == name } }
}
