import DeployModel
import Documents

/// What `flyconf check` looks at, read in one pass before the first step.
struct CheckSubject: Sendable {
  let context: Context
  let options: CheckOptions
  /// Nothing in a folder that only has a fly.toml.
  let project: CheckedProject?
  /// The work tree in which the folder stands; nothing with `--no-git`.
  let git: GitSurvey?
  /// The files of the environments that were asked for; nothing if the step is left out.
  let rendered: RenderedFiles?
  /// Where rendered files stand.
  let folder: String
  /// The environments that are looked at.
  let environments: [EnvironmentName]

  /// - Throws: `Failure` if there is neither a project nor a fly.toml.
  init(_ options: CheckOptions, in context: Context) throws {
    self.options = options
    self.context = context
    let bare = try Self.folderOfFlyToml(in: context)
    let layout = bare == nil ? try context.store().layout : nil
    let folder = bare ?? layout?.applicationFolder ?? context.folder
    // Git takes as long as all else. It is not awaited on a thread of its own, for the project's
    // signatures are checked on all of them.
    let survey = Self.survey(folder, options, context)
    let rendered =
      options.skips(.render)
      ? nil
      : ParallelWork.begin { RenderedFiles(options.environments, in: folder, context) }
    let project = Result { try layout.map { try CheckedProject($0, options, in: context) } }
    self.rendered = rendered?.get()
    git = survey?.survey()
    self.folder = folder
    self.project = try project.get()
    environments = Self.environments(options, self.project, in: folder, context)
  }

  private static func survey(
    _ folder: String, _ options: CheckOptions, _ context: Context
  ) -> GitSurvey.Awaited? {
    guard !options.hasNoGit,
      let repository = GitRepository.containing(folder, environment: context.environment)
    else { return nil }
    return GitSurvey.Awaited(
      repository, below: options.isWholeRepository ? repository.workTree : folder)
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

  private static func environments(
    _ options: CheckOptions, _ project: CheckedProject?, in folder: String, _ context: Context
  ) -> [EnvironmentName] {
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

  /// The file that stands for all of it, as it is shown.
  var file: String {
    context.shown(
      project?.layout.path(of: .deployment)
        ?? Path.join(folder, ProjectLayout.renderedName(for: .production)))
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

  /// What git says, for steps that have nothing to look at without.
  func requireGit() throws -> GitSurvey {
    if let git { return git }
    throw Failure(
      "'\(context.shown(folder))' is in no work tree of git",
      help: "--no-git searches all files of the folder, and needs no git")
  }
}
