import CommandKit
import DeployModel
import Documents

/// Makes a project beside an application, and a vault for its secrets.
struct Init: Command {
  var folder: String
  var from: String?
  var isAlone: Bool
  var outline: ProjectOutline
  var founder: VaultFounder
  var hasNoVault: Bool
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "init", "Make a project beside an application, with a vault for its secrets",
    discussion: "The files are made in DIR/flyconf. Nothing that is there already is ever "
      + "overwritten. You own the vault by your identity, which is made if you have none. In a "
      + "project without a vault, only that is made. Templates: "
      + ProjectTemplate.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ") + ".",
    examples: [
      Example("flyconf init --app harbour --region fra", "a project for the application harbour"),
      Example("flyconf init --from fly.toml", "take over an application that is there already"),
      Example("flyconf init --template ezedit --dry-run", "see what would be made"),
      Example("flyconf init --recovery recovery.identity", "with a second owner to keep offline"),
    ],
    Self.init,
    .argument("DIR", default: ".", "Folder of the application", completion: .directory),
    .option(
      "--from", placeholder: "FILE", "An existing fly.toml to take over, with those beside it",
      completion: .file),
    .alone,
    .outline,
    .founder,
    .flag("--no-vault", summary: "Make no vault and no identity"),
    .flag("--dry-run", "-n", summary: "Make nothing; say what would be made")
  )

  func run(in context: Context) throws -> ExitCode {
    let parent = context.absolute(folder)
    if let existing = try ProjectLayout.at(parent, context.files) {
      try addVault(to: existing, context).show(in: context)
    } else {
      let layout = ProjectLayout(folder: Path.join(parent, ProjectLayout.folderName))
      try make(layout, context).show(in: context)
    }
    return .fine
  }

  // MARK: A new project

  private func make(_ layout: ProjectLayout, _ context: Context) throws -> InitReport {
    let takeover = try takeover(context)
    var files =
      try takeover.map { $0.texts + [(name: IgnoredFiles.name, text: IgnoredFiles.text)] }
      ?? outline.files(for: layout, context)
    for note in takeover.map({ $0.warnings + $0.notes }) ?? [] { context.console.note(note) }
    guard !isDryRun else {
      var report = InitReport(layout, names: files.map(\.name), isDryRun: true)
      if !hasNoVault { try founder.announce(in: &report, for: layout, context) }
      return report
    }
    let folder = try NewFiles.open(in: layout, context)
    try folder.refuseExisting(files.map(\.name))
    let founded = try hasNoVault ? nil : founder.found(in: layout, context)
    files += founded?.files ?? []
    try folder.write(files, last: ProjectFile.deployment.name)
    try founded?.remember(in: layout, context)
    return InitReport(layout, names: files.map(\.name), founded)
  }

  /// What a project takes over from a fly.toml, and from those that stand beside it.
  private func takeover(_ context: Context) throws -> Takeover? {
    guard let from else {
      guard !isAlone else {
        throw Failure(.usage, "--alone is given without --from", help: "leave it out")
      }
      return nil
    }
    let useless = outline.givenOptions.filter { $0 != "--app" }
    guard useless.isEmpty else {
      throw Failure(
        .usage, "\(Spelling.list(useless)) and --from are given",
        help: "leave out what '\(from)' says itself")
    }
    let named = FlyTomlName(Path.name(of: from)).environment
    guard named ?? .production == .production else {
      throw Failure(
        .usage, "'\(from)' is not for production, which a project begins with",
        help: "begin with production's file, and then run `flyconf import \(from)`")
    }
    let source = try FlyTomlSource(from, for: .production, context)
    var takeover = Takeover(into: nil, at: try context.now(), context)
    try takeover.take([source], app: outline.app)
    if !isAlone { try takeover.takeFiles(beside: source) }
    return takeover
  }

  // MARK: A project without a vault

  private func addVault(to layout: ProjectLayout, _ context: Context) throws -> InitReport {
    var located = context
    located.options.project = layout.folder
    let inspection = try VaultInspection.read(isDryRun ? .reading : .writing, in: located)
    let path = context.shown(layout.path(of: .deployment))
    guard !hasNoVault, !inspection.hasVault else {
      throw Failure("'\(path)' is there already", help: "run `flyconf validate` to look at it")
    }
    let given = outline.givenOptions
    guard given.isEmpty else {
      throw Failure(
        .usage,
        "'\(path)' is there already, and \(Spelling.list(given)) would change nothing in it",
        help: "leave \(given.count == 1 ? "it" : "them") out to add a vault to the project")
    }
    // A vault that was there must be found again, and not another one founded.
    guard inspection.faults.isEmpty else { throw IntegrityError(faults: inspection.faults) }
    guard !isDryRun else {
      var report = InitReport(layout, names: [], isDryRun: true)
      try founder.announce(in: &report, for: layout, context)
      return report
    }
    let founded = try founder.found(in: layout, guarding: inspection.project.contents, context)
    let ignored = try IgnoredFiles(in: layout, context)
    try founded.write(in: inspection.project, ignored, context)
    try founded.remember(in: layout, context)
    return InitReport(layout, names: founded.files.map(\.name), founded)
  }
}
