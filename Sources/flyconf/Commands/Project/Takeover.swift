import DeployModel

/// fly.toml files that are taken over in one go: those that were named, and those of other
/// environments that stand beside a single one.
struct Takeover {
  /// What was read of each file, production's first.
  private(set) var taken: [(source: FlyTomlSource, imported: FlyImport)] = []
  /// Why files that stand beside are left alone.
  private(set) var notes: [String] = []

  private var project: ImportedProject
  private let context: Context

  /// - Parameter snapshot: The project as it is; nothing where it is yet to be made.
  init(into snapshot: ProjectSnapshot?, at time: Timestamp, _ context: Context) {
    project = ImportedProject(snapshot, at: time, makeID: context.makeID)
    self.context = context
  }

  /// The texts that change, by their files' names.
  var texts: [(name: String, text: String)] { project.texts }

  /// The name of the file that holds the rest of an environment.
  func baseName(for environment: EnvironmentName) -> String { project.baseName(for: environment) }

  /// Takes the files that were named.
  ///
  /// - Parameter app: The application's name, instead of what the one file says.
  /// - Throws: `Failure` if two are for one environment; `MalformedValue` if one names no
  ///   application.
  mutating func take(_ sources: [FlyTomlSource], app: String?) throws {
    if app != nil, sources.count > 1 {
      throw Failure(
        .usage, "--app names one application, and \(sources.count) files are given",
        help: "import the file without a name by itself")
    }
    for source in sources.sorted(by: { $0.environment < $1.environment }) {
      if let other = takenFile(for: source.environment) {
        throw Failure(
          .usage, "'\(other.path)' and '\(source.path)' are both for \(source.environment)",
          help: "import one of them with --env and the environment that it is for")
      }
      try take(source, app: app)
    }
  }

  /// Takes the files of other environments that stand beside one; what cannot be taken is noted.
  mutating func takeFiles(beside source: FlyTomlSource) throws {
    for name in FlyTomlName.usual where name.text != source.name {
      do {
        guard let other = try FlyTomlSource.beside(source, named: name, context) else { continue }
        if let first = takenFile(for: other.environment) {
          notes.append(
            "note: '\(other.path)' is left alone, for '\(first.path)' is \(other.environment)'s: "
              + "if it is not, say with --env what each is for")
          continue
        }
        try take(other, app: nil)
      } catch {
        let failure = Failure(error)
        notes.append("note: '\(name.text)' is left alone: \(failure.message)")
      }
    }
  }

  private func takenFile(for environment: EnvironmentName) -> FlyTomlSource? {
    taken.first { $0.source.environment == environment }?.source
  }

  private mutating func take(_ source: FlyTomlSource, app: String?) throws {
    let environment = source.environment
    let imported = try source.read(app: app, leaving: project.secretNames(in: environment))
    project.take(imported, for: environment, from: source.name)
    taken.append((source, imported))
  }
}
