/// One key of fly.toml, and everything that people may want to know about it.
package struct FlyKey: Sendable {
  /// The name as flyctl writes it.
  package var name: String
  package var type: FlyType
  /// One line without a full stop.
  package var summary: String
  /// What holds where the key is absent.
  package var standard: String?
  /// Older names, which flyctl still reads.
  package var aliases: [String]
  /// What to write instead, where the key is out of use.
  package var replacement: String?

  package init(
    _ name: String, _ type: FlyType, _ summary: String, standard: String? = nil,
    aliases: [String] = [], replacedBy replacement: String? = nil
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.standard = standard
    self.aliases = aliases
    self.replacement = replacement
  }
}
