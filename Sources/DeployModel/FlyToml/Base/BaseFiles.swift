package import Documents

/// What a project keeps of a fly.toml that its entities cannot say, in `fly.base.toml`.
///
/// An environment of which the rest is another has a file of its own, such as
/// `fly.base.staging.toml`, which then counts instead.
package struct BaseFiles: Sendable {
  package private(set) var files: [EnvironmentName: FlyTomlFile] = [:]

  package init(_ sources: [EnvironmentName: SourceText] = [:]) {
    files = sources.mapValues(FlyTomlFile.init)
  }

  /// The name of an environment's file, of which production's serves all that have none.
  package static func name(for environment: EnvironmentName) -> String {
    environment == .production ? "fly.base.toml" : "fly.base.\(environment.rawValue).toml"
  }

  /// The file that counts in an environment.
  package subscript(environment: EnvironmentName) -> FlyTomlFile? {
    files[environment] ?? files[.production]
  }

  package var sources: [SourceText] { files.values.map(\.source) }
}

extension Diagnostic.Kind {
  /// A key that the base has and an entity says.
  static let flyBaseOverlap = Self(rawValue: "fly-base-overlap")
}
