/// What the name of a fly.toml says of the environment that it is for.
///
/// `fly.toml` is production's unless it is said otherwise; `fly.staging.toml` and
/// `fly-dev.toml` say theirs.
package struct FlyTomlName: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// The environment; nothing where the name has a word that means none of the three.
  package var environment: EnvironmentName? {
    let words = text.split(whereSeparator: { ".-_".contains($0) }).dropLast()
    guard let last = words.last(where: { $0 != "fly" }) else { return .production }
    return .named(String(last))
  }

  /// The names that files of the environments often have beside a `fly.toml`.
  package static let usual: [FlyTomlName] = EnvironmentName.allCases.flatMap { environment in
    environment.names.map { FlyTomlName("fly.\($0).toml") }
  }
}
