import CommandKit
import DeployModel
import Documents

/// Takes existing fly.toml files into a project.
struct ImportFlyToml: Command {
  var paths: [String]
  var environment: EnvironmentName?
  var app: String?
  var isAlone: Bool
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "import", "Take existing fly.toml files into the project, losing nothing",
    discussion: "What the entities can say goes into them; the rest stays byte for byte in "
      + "fly.base.toml, from which `flyconf render` makes a file that means the same. What FILE "
      + "does not say is left unmanaged. Without --env, a name such as fly.staging.toml says the "
      + "environment, else it is production; with production's file alone, those of the other "
      + "environments that stand beside it are taken over too. FILE itself is not touched, and "
      + "importing it again changes nothing.",
    examples: [
      Example("flyconf import fly.toml", "production, and fly.staging.toml if it is there"),
      Example("flyconf import fly.staging.toml", "staging, as what differs from production"),
      Example("flyconf import deploy/live.toml --env production", "a name that says nothing"),
    ],
    Self.init,
    .argument("FILE", isRequired: true, "A fly.toml to take over", completion: .file),
    .option("--env", "-e", placeholder: "ENV", "The environment that FILE is for"),
    .option("--app", placeholder: "NAME", "The application's name, instead of FILE's"),
    .alone,
    .flag("--dry-run", "-n", summary: "Change nothing; say what would be done")
  )

  func run(in context: Context) throws -> ExitCode {
    let sources = try paths.map { try FlyTomlSource($0, for: environment, context) }
    let project = try context.lock(isDryRun ? .reading : .writing, hasVault: false)
    let snapshot = project.contents.snapshot
    var takeover = Takeover(into: snapshot, at: context.clock(), context)
    try takeover.take(sources, app: app)
    if let source = sources.first, sources.count == 1, source.environment == .production,
      environment == nil, !isAlone
    {
      try takeover.takeFiles(beside: source)
    }
    if !isDryRun { try write(takeover.texts, over: snapshot, project.layout, context) }
    try ImportReport(takeover, project.layout, isDryRun: isDryRun).show(in: context)
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

extension Parameter where Value == Bool {
  /// Keeps to the file that is named.
  static var alone: Self {
    .flag("--alone", summary: "Take the named file alone, and none that stands beside it")
  }
}
