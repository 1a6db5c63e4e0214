public import Documents

/// How a credential is rotated without anybody being asked, as its entity says it.
///
/// Only a form of random value is ever stored. A command is not: whoever can commit to the project
/// could have it run on the machine of whoever rotates next.
public struct StoredRotation: Sendable {
  /// The form of a new random value, such as `hex:32`.
  public var generate: Readable<String>
}

extension StoredRotation: Entity {
  package static let schema = Schema(
    "StoredRotation",
    Self.init,
    .required("generate", \.generate, "Form of a new random value, such as hex:32")
  )
}

extension SealedEntry {
  /// The form of the random values that the entry is rotated with; nothing if it stores none that
  /// can be read.
  package var storedGenerator: ValueGenerator? {
    node["rotation"]?["generate"]?.text.flatMap { try? ValueGenerator($0) }
  }
}
