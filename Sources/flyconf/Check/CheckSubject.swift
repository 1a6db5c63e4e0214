import DeployModel
import Documents

/// What `flyconf check` looks at, read in one pass before the first step.
struct CheckSubject: Sendable {
  let context: Context
  let options: CheckOptions
  /// Nothing in a folder that only has a fly.toml.
  let project: CheckedProject?
  /// The repository in whose work tree the folder stands; nothing with `--no-git`.
  let repository: GitRepository?
  /// Where rendered files stand.
  let folder: String

  /// - Throws: `Failure` if there is neither a project nor a fly.toml.
  init(_ options: CheckOptions, in context: Context) throws {
    self.options = options
    self.context = context
    if let bare = try Self.folderOfFlyToml(in: context) {
      folder = bare
      project = nil
    } else {
      let layout = try context.store().layout
      folder = layout.applicationFolder
      project = try CheckedProject(layout, options, in: context)
    }
    repository =
      options.hasNoGit
      ? nil : GitRepository.containing(folder, environment: context.environment)
  }

  /// The folder that is meant, if it holds a fly.toml and belongs to no project.
  private static func folderOfFlyToml(in context: Context) throws -> String? {
    let folder = context.options.project.map(context.absolute) ?? context.folder
    let layout =
      context.options.project == nil
      ? try context.layout() : try ProjectLayout.at(folder, context.files)
    let path = Path.join(folder, ProjectLayout.renderedName(for: .production))
    return try layout == nil && context.files.kind(of: path) == .file ? folder : nil
  }

  /// The environments that are looked at.
  var environments: [EnvironmentName] {
    if !options.environments.isEmpty {
      return EnvironmentName.allCases.filter(options.environments.contains)
    }
    let rendered = EnvironmentName.allCases.filter { environment in
      let path = Path.join(folder, ProjectLayout.renderedName(for: environment))
      return ((try? context.files.kind(of: path)) ?? nil) == .file
    }
    let known = Set(rendered).union(project?.environments ?? [])
    return EnvironmentName.allCases.filter(known.contains)
  }

  /// Below which folder tracked files are searched.
  func searchedFolder(of repository: GitRepository) -> String {
    options.isWholeRepository ? repository.workTree : folder
  }

  /// Whether a finding is about an environment that was asked for, or about all.
  func isAsked(_ finding: Finding) -> Bool {
    guard !options.environments.isEmpty, let environment = environment(of: finding) else {
      return true
    }
    return options.environments.contains(environment)
  }

  /// The environment that a finding is about: its own, or that of its entry.
  func environment(of finding: Finding) -> EnvironmentName? {
    finding.environment ?? project?.environment(of: finding)
  }

  /// The repository, for steps that have nothing to look at without.
  func requireRepository() throws -> GitRepository {
    if let repository { return repository }
    throw Failure(
      "'\(context.shown(folder))' is in no work tree of git",
      help: "--no-git searches all files of the folder, and needs no git")
  }
}
