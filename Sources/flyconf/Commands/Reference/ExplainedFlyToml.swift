import DeployModel
import Documents

/// The whole of fly.toml, as `explain fly.toml` shows it: every section with its keys.
enum ExplainedFlyToml {
  private static let sections = FlyTomlEntry.all.compactMap { entry in
    entry.section.map { (entry: entry, section: $0.section) }
  }

  static var text: String {
    let root = "At the top level:\n\(names(of: FlyTomlKeys.root))"
    let inner = sections.map { entry, section in
      "\(entry.header) \(entry.key.summary)\n\(names(of: section))"
    }
    return """
      fly.toml

      The configuration of an application on Fly.io, as flyctl reads it.
      Source: \(FlyTomlKeys.provenance)

      \(([root] + inner).joined(separator: "\n\n"))

      """
  }

  private static func names(of section: FlySection) -> String {
    TextWrap.wrapped(section.keys.map(\.name).joined(separator: ", "), to: 78).indented
  }

  static var members: [Node.Member] {
    let root = Node(.object(ExplainedKey.members(of: FlyTomlKeys.root)))
    let inner = sections.map { ExplainedKey($0.entry).node }
    return [
      Node.Member(key: "source", value: Node(.string(FlyTomlKeys.provenance))),
      Node.Member(key: "root", value: root),
      Node.Member(key: "sections", value: Node(.array(inner))),
    ]
  }
}
