import CommandKit
import DeployModel
import Documents

/// Makes a project beside an application.
struct Init: Command {
  var folder: String
  var app: String?
  var domain: String?
  var region: String
  var template: TemplateChoice
  var isDryRun: Bool

  static let syntax = CommandSyntax(
    "init", "Make a project beside an application",
    discussion: "The files are made in DIR/flyconf. Nothing that is there already is ever "
      + "overwritten. Templates: "
      + ProjectTemplate.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ") + ".",
    examples: [
      Example("flyconf init --app harbour --region fra", "a project for the application harbour"),
      Example("flyconf init --template ezedit --dry-run", "see what would be made"),
    ],
    Self.init,
    .argument("DIR", default: ".", "Folder of the application", completion: .directory),
    .option("--app", placeholder: "NAME", "Name of the application (the folder's name)"),
    .option("--domain", placeholder: "DOMAIN", "Primary domain (NAME.fly.dev)"),
    .option(
      "--region", placeholder: "REGION", default: "iad", "Primary region",
      completion: .named("region")),
    .option(
      "--template", placeholder: "NAME", default: TemplateChoice.standard,
      "What to start from"),
    .flag("--dry-run", "-n", summary: "Make nothing; say what would be made")
  )

  func run(in context: Context) throws -> ExitCode {
    let parent = context.absolute(folder)
    try refuseExisting(in: parent, context)
    let layout = ProjectLayout(folder: Path.join(parent, ProjectLayout.folderName))
    let files = try texts(for: layout, context)
    if !isDryRun { try write(files, in: layout, context) }
    try show(files.map { context.shown($0.path) }, context)
    return .fine
  }

  private func refuseExisting(in parent: String, _ context: Context) throws {
    guard let existing = try ProjectLayout.at(parent, context.files) else { return }
    let path = context.shown(existing.path(of: .deployment))
    throw Failure("'\(path)' is there already", help: "run `flyconf validate` to look at it")
  }

  private func texts(
    for layout: ProjectLayout, _ context: Context
  ) throws -> [(path: String, text: String)] {
    let app = try appName(for: layout)
    let project = TemplateProject(
      template: template.template, app: app,
      domain: try DomainName(domain ?? "\(app).fly.dev").text, region: try knownRegion,
      now: try context.now(), makeID: context.makeID)
    let files = project.files.map { (path: layout.path(of: $0.file), text: $0.text) }
    return files + [(path: Path.join(layout.folder, ".gitignore"), text: Self.ignored)]
  }

  /// What commands leave in the folder and git should not keep.
  private static let ignored = "reads/\nevents/\n*.journal\n*~\n"

  private func appName(for layout: ProjectLayout) throws -> String {
    if let app { return try AppName(app).text }
    let name = Path.name(of: layout.applicationFolder)
    do {
      return try AppName(name).text
    } catch {
      throw Failure(
        .usage, "the folder's name cannot be the application's: \(error.reason)",
        help: "name the application with --app NAME")
    }
  }

  private var knownRegion: String {
    get throws {
      if let region = Region.named(region) { return region.code }
      if let old = DeprecatedRegion.named(region) {
        throw Failure(
          .usage, "Fly.io has closed the region '\(region)'", help: "use '\(old.replacement)'")
      }
      throw Failure(
        .usage, "'\(region)' is not a region of Fly.io",
        help: Spelling.help(for: region, in: Region.all.map(\.code)))
    }
  }

  /// The file that makes the folder a project comes last, and what fails leaves nothing: the
  /// command can be repeated.
  private func write(
    _ files: [(path: String, text: String)], in layout: ProjectLayout, _ context: Context
  ) throws {
    for file in files where try context.files.kind(of: file.path) != nil {
      throw Failure(
        "'\(context.shown(file.path))' is there already",
        help: "move it away, or make the project elsewhere")
    }
    try context.files.createFolder(layout.folder)
    var written: [String] = []
    do {
      for file in files.reversed() {
        try context.files.replace(file.path, with: Array(file.text.utf8))
        written.append(file.path)
      }
    } catch {
      for path in written { try? context.files.remove(path) }
      throw error
    }
  }

  private func show(_ paths: [String], _ context: Context) throws {
    if context.options.format.isMachine {
      return try context.console.out(
        JSONWriter.document(
          .object([
            "format": "flyconf.init/1",
            "written": Node(.bool(!isDryRun)),
            "files": Node(.array(paths.map { Node(.string($0)) })),
          ])))
    }
    for path in paths { try context.console.out("\(isDryRun ? "would make" : "made") \(path)\n") }
    if !isDryRun, !context.options.isQuiet { context.console.note("next: flyconf validate") }
  }
}

/// A template named on the command line.
struct TemplateChoice: ArgumentValue {
  var template: ProjectTemplate

  static let standard = TemplateChoice(template: .web)

  init?(argument: String) {
    guard let template = ProjectTemplate.all.first(where: { $0.name == argument }) else {
      return nil
    }
    self.template = template
  }

  private init(template: ProjectTemplate) { self.template = template }

  static var choices: [String] { ProjectTemplate.all.map(\.name) }
  var argument: String? { template.name }
}
