import CommandKit
import DeployModel
import Documents

/// Takes existing fly.toml files into a project.
struct ImportFlyToml: Command {
  var path: String
  var environment: EnvironmentName?
  var app: String?
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "import", "Take an existing fly.toml into the project, losing nothing",
    discussion: "What the entities can say goes into them; the rest stays byte for byte in "
      + "fly.base.toml, from which `flyconf render` makes a file that means the same. What FILE "
      + "does not say is left unmanaged. Without --env, a name such as fly.staging.toml says the "
      + "environment, else it is production. FILE itself is not touched, and importing it again "
      + "changes nothing.",
    examples: [
      Example("flyconf import fly.toml", "production"),
      Example("flyconf import fly.staging.toml", "staging, as what differs from production"),
    ],
    Self.init,
    .argument("FILE", "The fly.toml to take over", completion: .file),
    .option("--env", "-e", placeholder: "ENV", "The environment that FILE is for"),
    .option("--app", placeholder: "NAME", "The application's name, instead of FILE's"),
    .flag("--dry-run", "-n", summary: "Change nothing; say what would be done")
  )

  func run(in context: Context) throws -> ExitCode {
    let source = try FlyTomlSource(path, context)
    let environment = try environment ?? source.environment
    let project = try context.lock(isDryRun ? .reading : .writing, hasVault: false)
    let snapshot = project.contents.snapshot
    let imported = try source.read(
      app: app, leaving: snapshot.secretNames(in: environment))
    let texts = ImportedFiles(
      into: snapshot, environment, from: source.name, at: context.clock(), makeID: context.makeID
    ).texts(of: imported)
    if !isDryRun { try write(texts, over: snapshot, project.layout, context) }
    try ImportReport(
      imported, environment, names: texts.map(\.name), project.layout, isDryRun: isDryRun
    ).show(in: context)
    return .fine
  }

  private func write(
    _ texts: [(name: String, text: String)], over snapshot: ProjectSnapshot,
    _ layout: ProjectLayout, _ context: Context
  ) throws {
    var transaction = Transaction(folder: layout.folder, context.files)
    for (name, text) in texts {
      let old = snapshot.sources.first { Path.name(of: $0.name) == name }
      transaction.write(
        Array(text.utf8), to: name, replacing: old.map { SHA256.hash($0.bytes) })
    }
    if !transaction.isEmpty { try transaction.commit() }
  }
}

/// A fly.toml on the command line that is to be taken over.
struct FlyTomlSource {
  let name: String
  private let configuration: FlyConfiguration

  init(_ path: String, _ context: Context) throws {
    guard
      let bytes = try context.files.contents(
        of: context.absolute(path), limit: SourceText.sizeLimit)
    else { throw Failure("cannot read '\(path)': no such file", help: "check the path") }
    name = Path.name(of: path)
    let file = FlyTomlFile(SourceText(name: path, bytes: bytes))
    let refused = file.validate().first {
      $0.rule.severity == .error && $0.rule.check.flyTomlKinds.contains { $0.isRefused }
    }
    guard let configuration = file.configuration, refused == nil else {
      let place = refused.map { ":\($0.place.start.line)" } ?? ""
      throw Failure(
        .found, "flyctl refuses '\(path)\(place)': \(refused?.message ?? "it is no valid TOML")",
        help: "run `flyconf validate \(path)` to see all of it")
    }
    self.configuration = configuration
  }

  /// The environment that the name says.
  var environment: EnvironmentName {
    get throws {
      let words = name.split(separator: ".").dropFirst().dropLast().map(String.init)
      guard let word = words.last else { return .production }
      switch word {
      case "prod", "production": return .production
      case "stage", "staging": return .staging
      case "dev", "development": return .development
      default:
        throw Failure(
          .usage, "the name '\(name)' says no environment",
          help: "say it with --env production, staging or development")
      }
    }
  }

  func read(app: String?, leaving taken: Set<String> = []) throws -> FlyImport {
    try FlyImport(configuration, app: app, leaving: taken)
  }
}

extension Diagnostic.Kind {
  /// Whether flyctl reads nothing of a file that has such a mistake.
  fileprivate var isRefused: Bool {
    [.syntax, .flyWrongType, .flyMalformedDuration].contains(self)
  }
}

extension ProjectSnapshot {
  /// Variables of an environment that are not plain: no fly.toml can say their values.
  fileprivate func secretNames(in environment: EnvironmentName) -> Set<String> {
    let secret = (project.variables.value ?? []).filter { variable in
      guard variable.environment.value == environment else { return false }
      if case .plain? = variable.encryptedValue.value { return false }
      return true
    }
    return Set(secret.compactMap(\.key.value))
  }
}
