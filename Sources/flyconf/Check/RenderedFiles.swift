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

  /// - Parameter environments: All, if it is none.
  init(_ environments: [EnvironmentName], in folder: String, _ context: Context) {
    for environment in environments.isEmpty ? EnvironmentName.allCases : environments {
      let path = Path.join(folder, ProjectLayout.renderedName(for: environment))
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

  /// The file of an environment; nothing if there is none.
  func entry(for environment: EnvironmentName) throws(FileError) -> Entry? {
    try entries[environment]?.get() ?? nil
  }
}
