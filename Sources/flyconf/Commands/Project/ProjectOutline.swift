import CommandKit
import DeployModel
import Documents

/// What a new project is to be: its names, and the template it starts from.
struct ProjectOutline: Sendable {
  var app: String?
  var domain: String?
  var region: String?
  var template: TemplateChoice?

  /// The options that were given, none of which means anything for a project that is there.
  var givenOptions: [String] {
    [
      app.map { _ in "--app" }, domain.map { _ in "--domain" }, region.map { _ in "--region" },
      template.map { _ in "--template" },
    ].compactMap(\.self)
  }

  /// The new files by their names in the project's folder.
  func files(
    for layout: ProjectLayout, _ context: Context
  ) throws -> [(name: String, text: String)] {
    let app = try appName(for: layout)
    let project = TemplateProject(
      template: (template ?? .standard).template, app: app,
      domain: try DomainName(domain ?? "\(app).fly.dev").text, region: try knownRegion,
      now: try context.now(), makeID: context.makeID)
    return project.files.map { (name: $0.file.name, text: $0.text) }
      + [(name: IgnoredFiles.name, text: IgnoredFiles.text)]
  }

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
      let region = region ?? "iad"
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
}

extension Parameter where Value == ProjectOutline {
  static var outline: Self {
    .group(
      ProjectOutline.init,
      .option("--app", placeholder: "NAME", "Name of the application (the folder's name)"),
      .option("--domain", placeholder: "DOMAIN", "Primary domain (NAME.fly.dev)"),
      .option(
        "--region", placeholder: "REGION", "Primary region (iad)",
        completion: .named("region")),
      .option(
        "--template", placeholder: "NAME",
        "What to start from (\(TemplateChoice.standard.template.name))"))
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
