/// A key of fly.toml together with the table that it stands in.
package struct FlyTomlEntry: Sendable {
  /// The section's path, such as `services.ports` or `checks.NAME`; empty for the root.
  package let sectionPath: String
  package let key: FlyKey

  /// The whole path, such as `services.ports.port`.
  package var path: String { sectionPath.isEmpty ? key.name : "\(sectionPath).\(key.name)" }

  /// The section that the key holds, and its path.
  package var section: (path: String, section: FlySection)? {
    key.type.section(under: path).map { ($1, $0) }
  }

  /// The path as it stands in a file: in brackets where the key holds tables.
  package var header: String {
    guard let section else { return path }
    return if case .tables = key.type { "[[\(path)]]" } else { "[\(section.path)]" }
  }

  /// Every key, each section's after that of the section.
  package static let all: [FlyTomlEntry] = FlyTomlKeys.sections.flatMap { section in
    section.section.keys.map { FlyTomlEntry(sectionPath: section.path, key: $0) }
  }
}
