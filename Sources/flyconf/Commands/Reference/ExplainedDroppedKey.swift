import DeployModel
import Documents

/// A key that flyctl drops in silence, with what `explain` says of it.
struct ExplainedDroppedKey {
  let key: FlySection.DroppedKey
  /// The path of the section that people write it in; empty for the root.
  let section: String

  private var path: String { section.isEmpty ? key.name : "\(section).\(key.name)" }

  var text: String {
    """
    \(path)

    flyctl drops this key in silence: \(key.help).

    """
  }

  var node: Node {
    .object([
      "file": "fly.toml", "path": Node(.string(path)), "help": Node(.string(key.help)),
      "source": Node(.string(FlyTomlKeys.provenance)),
    ])
  }
}
