import DeployModel
import Documents

/// The rendered files of a folder by themselves: what stands in them, and what the rules for
/// fly.toml find.
struct RenderedFiles: Sendable {
  struct Entry: Sendable {
    let source: SourceText
    let findings: [Finding]
  }

  private var entries: [EnvironmentName: Result<Entry?, FileError>] = [:]
  /// The environments in the place of whose files stand links to files that are not read.
  private var outside: Set<EnvironmentName> = []

  /// - Parameter environments: All, if it is none.
  init(_ environments: [EnvironmentName], in folder: String, _ context: Context) {
    for environment in environments.isEmpty ? EnvironmentName.allCases : environments {
      let path = Path.join(folder, ProjectLayout.renderedName(for: environment))
      if context.isOutsideLink(at: path) {
        outside.insert(environment)
        continue
      }
      entries[environment] = Result { () throws(FileError) in
        try context.files.contents(of: path, limit: SourceText.sizeLimit).map {
          Self.entry(SourceText(name: context.shown(path), bytes: $0), environment)
        }
      }
    }
  }

  private static func entry(_ source: SourceText, _ environment: EnvironmentName) -> Entry {
    let findings = FlyTomlFile(source).validate(.all).map { finding in
      var finding = finding
      finding.environment = environment
      return finding
    }
    return Entry(source: source, findings: findings)
  }

  /// Whether the file of an environment is one outside of the repository, which is not read.
  func isOutside(_ environment: EnvironmentName) -> Bool { outside.contains(environment) }

  /// The file of an environment; nothing if there is none.
  func entry(for environment: EnvironmentName) throws(FileError) -> Entry? {
    try entries[environment]?.get() ?? nil
  }
}
